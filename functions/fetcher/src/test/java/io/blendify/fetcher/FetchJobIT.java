package io.blendify.fetcher;

import static io.blendify.fetcher.Things.artist;
import static io.blendify.fetcher.Things.member;
import static io.blendify.fetcher.Things.members;
import static io.blendify.fetcher.Things.placed;
import static io.blendify.fetcher.Things.played;
import static io.blendify.fetcher.Things.playlist;
import static io.blendify.fetcher.Things.track;
import static io.blendify.fetcher.World.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blendify.core.history.Observation;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.history.Observation.Placed;
import io.blendify.core.queue.QueueName;
import io.blendify.core.sync.Resource;
import io.blendify.core.sync.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of what a provider tells. */
class FetchJobIT {

  private static final World WORLD = new World(Map.of("blendify.sync.pace", "0s"));

  private static final String SAVED =
      "SELECT track_id, track_name, artist_name, isrc, track_metadata ->> 'id'"
          + " FROM current_user_saved_tracks WHERE user_id = :user ORDER BY saved_at DESC, track_id";

  private static final String SAVED_IDS =
      "SELECT track_id FROM current_user_saved_tracks WHERE user_id = :user ORDER BY track_id";

  private static final String STEPS =
      "SELECT m.action, i.provider_item_id FROM history.memberships m"
          + " JOIN catalog.items i ON i.id = m.item_id WHERE user_id = :user ORDER BY m.id";

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void begin() {
    WORLD.begin();
  }

  @Test
  void aSetIsKeptWithEverythingThatIsKnownOfItsItems() {
    WORLD.listing(Resource.SAVED_TRACKS).holds("", members(5));

    var job = WORLD.sync(Resource.SAVED_TRACKS);

    assertThat(job.status()).isEqualTo("completed");
    assertThat(job.itemsDone()).isEqualTo(5);
    assertThat(WORLD.rows(SAVED))
        .hasSize(5)
        .first()
        .isEqualTo("t0 Song t0 Paper \"Harbour\", {Duo}, Guest\\ GBXYZ2500004 t0");
    assertThat(
            WORLD.rows(
                "SELECT DISTINCT artist_ids, artist_names[1], album_id, duration_ms, explicit,"
                    + " release_date FROM catalog.item_versions v JOIN catalog.items i"
                    + " ON i.id = v.item_id WHERE i.provider_item_id = 't3'"))
        .containsExactly("{artist-1,NULL} Paper \"Harbour\", {Duo} album-1 207812 f 2025-03");
    var status = WORLD.status(Resource.SAVED_TRACKS);
    assertThat(status.items()).isEqualTo(5);
    assertThat(status.lastFullAt()).isEqualTo(job.observedAt());
    assertThat(status.nextDueAt()).isEqualTo(WORLD.now.plus(Duration.ofHours(12)));
    assertThat(status.cooldownUntil()).isEqualTo(WORLD.now.plus(Duration.ofMinutes(5)));
  }

  @Test
  void aSecondSyncWithNothingNewAddsNothing() {
    WORLD.listing(Resource.SAVED_TRACKS).holds("", members(5));
    WORLD.listing(Resource.TOP_TRACKS).holds("short_term", List.of(placed("a"), placed("b")));
    WORLD.listing(Resource.FOLLOWED_ARTISTS).holds(new Member(artist("x", 50), null));
    WORLD.listing(Resource.RECENTLY_PLAYED).holds(played("a", NOON.minusSeconds(90)));
    WORLD.listing(Resource.PLAYLISTS).holds(new Member(playlist("p", "v1", 1), null));
    WORLD.listing(Resource.PLAYLIST_TRACKS).holds("p", List.of(placed("a")));
    syncAll();
    var facts = WORLD.facts();
    WORLD.queue.sent.clear();
    WORLD.now = WORLD.now.plus(Duration.ofDays(1));

    syncAll();

    assertThat(WORLD.facts()).isEqualTo(facts);
    assertThat(WORLD.queue.idsOn(QueueName.TASTE)).isEmpty();
  }

  private void syncAll() {
    WORLD.sync(Resource.SAVED_TRACKS);
    WORLD.sync(Resource.TOP_TRACKS, "short_term", Trigger.SCHEDULE);
    WORLD.sync(Resource.FOLLOWED_ARTISTS);
    WORLD.sync(Resource.RECENTLY_PLAYED);
    WORLD.sync(Resource.PLAYLISTS);
  }

  @Test
  void whatACompleteRunDoesNotSeeIsRemovedAndMayComeBack() {
    var saved = WORLD.listing(Resource.SAVED_TRACKS);
    saved.holds("", members(3));
    WORLD.sync(Resource.SAVED_TRACKS);
    saved.holds("", members(2));
    WORLD.sync(Resource.SAVED_TRACKS);
    saved.holds("", members(3));
    WORLD.sync(Resource.SAVED_TRACKS);

    assertThat(WORLD.rows(STEPS))
        .containsExactly("added t0", "added t1", "added t2", "removed t2", "added t2");
    assertThat(WORLD.rows(SAVED_IDS)).containsExactly("t0", "t1", "t2");
  }

  @Test
  void anotherDescriptionOfAMemberIsAChange() {
    var saved = WORLD.listing(Resource.SAVED_TRACKS);
    saved.holds(new Member(track("a", "Old"), NOON));
    WORLD.sync(Resource.SAVED_TRACKS);
    saved.holds(new Member(track("a", "New"), NOON));
    WORLD.sync(Resource.SAVED_TRACKS);

    assertThat(WORLD.rows(STEPS)).containsExactly("added a", "changed a");
    assertThat(WORLD.rows("SELECT track_name FROM current_user_saved_tracks WHERE user_id = :user"))
        .containsExactly("New");
  }

  @Test
  void aScheduledRunStopsAtWhatIsKnown() {
    var saved = WORLD.listing(Resource.SAVED_TRACKS);
    saved.holds("", members(9));
    WORLD.sync(Resource.SAVED_TRACKS);
    saved.requests.clear();
    var more = new ArrayList<Observation>(List.of(member("new", NOON)));
    more.addAll(members(9));
    saved.holds("", more);

    WORLD.sync(Resource.SAVED_TRACKS, "", Trigger.SCHEDULE);

    assertThat(saved.requests).hasSize(1);
    assertThat(WORLD.rows(SAVED_IDS)).hasSize(10).contains("new");
    assertThat(WORLD.status(Resource.SAVED_TRACKS).items()).isEqualTo(10);
  }

  @Test
  void aScheduledRunReadsOnWhereTheNumbersTellOfARemoval() {
    var saved = WORLD.listing(Resource.SAVED_TRACKS);
    saved.holds("", members(9));
    WORLD.sync(Resource.SAVED_TRACKS);
    var other = new ArrayList<Observation>(List.of(member("new", NOON)));
    other.addAll(members(8));
    saved.holds("", other);

    WORLD.sync(Resource.SAVED_TRACKS, "", Trigger.SCHEDULE);

    assertThat(WORLD.rows(SAVED_IDS)).hasSize(9).contains("new").doesNotContain("t8");
  }

  @Test
  void theWholeIsReadWhenItWasNotSeenForLong() {
    var saved = WORLD.listing(Resource.SAVED_TRACKS);
    saved.holds("", members(9));
    WORLD.sync(Resource.SAVED_TRACKS);
    saved.requests.clear();
    WORLD.now = WORLD.now.plus(Duration.ofDays(8));

    WORLD.sync(Resource.SAVED_TRACKS, "", Trigger.SCHEDULE);

    assertThat(saved.requests).hasSize(5);
  }

  @Test
  void aListHasANewVersionOnlyWhereItDiffers() {
    var top = WORLD.listing(Resource.TOP_TRACKS);
    top.holds("short_term", List.of(placed("a"), placed("b"), placed("c")));
    WORLD.sync(Resource.TOP_TRACKS, "short_term", Trigger.PERSON);
    WORLD.sync(Resource.TOP_TRACKS, "short_term", Trigger.PERSON);
    top.holds("short_term", List.of(placed("b"), placed("a"), placed("c")));
    WORLD.sync(Resource.TOP_TRACKS, "short_term", Trigger.PERSON);

    assertThat(
            WORLD.rows(
                "SELECT track_id, rank FROM user_top_tracks WHERE user_id = :user"
                    + " ORDER BY fetched_at, rank"))
        .containsExactly("a 1", "b 2", "c 3", "b 1", "a 2", "c 3");
  }

  @Test
  void aPlaylistKeepsItsDoublesItsEmptyPlacesAndWhoAddedWhat() {
    WORLD.listing(Resource.PLAYLISTS).holds(new Member(playlist("p", "v1", 4), null));
    var entries =
        List.of(
            new Placed(track("a"), NOON, "mira"),
            new Placed(null, null, null),
            new Placed(track("a"), null, "kid\u0000"),
            placed("b"));
    WORLD.listing(Resource.PLAYLIST_TRACKS).holds("p", entries);

    WORLD.sync(Resource.PLAYLISTS);

    assertThat(
            WORLD.rows(
                "SELECT track_id, track_position, added_at AT TIME ZONE 'UTC', added_by"
                    + " FROM current_user_playlist_tracks WHERE user_id = :user"
                    + " ORDER BY track_position"))
        .containsExactly("a 1 2026-05-04 12:00:00 mira", "a 3 null kid\uFFFD", "b 4 null null");
  }

  @Test
  void aPlayThatComesAgainWithAnotherMillisecondIsTheSamePlay() {
    var plays = WORLD.listing(Resource.RECENTLY_PLAYED);
    var at = Instant.parse("2026-05-04T11:00:07.240Z");
    plays.holds(played("a", at), played("b", at.minusSeconds(200)));
    WORLD.sync(Resource.RECENTLY_PLAYED);
    plays.holds(played("c", at.plusSeconds(200)), played("a", at.plusMillis(300)));
    WORLD.sync(Resource.RECENTLY_PLAYED);

    assertThat(
            WORLD.rows(
                "SELECT track_id FROM user_recently_played WHERE user_id = :user"
                    + " ORDER BY played_at"))
        .containsExactly("b", "a", "c");
    assertThat(plays.requests.getLast().after()).isEqualTo(at.minus(Duration.ofMinutes(3)));
    assertThat(WORLD.status(Resource.RECENTLY_PLAYED).newestPlay()).isEqualTo(at.plusSeconds(200));
  }

  @Test
  void aFullPageOfNewerPlaysLeavesAGapWithItsBounds() {
    var plays = WORLD.listing(Resource.RECENTLY_PLAYED);
    plays.pageSize = 50;
    plays.holds(played("a", NOON.minusSeconds(9000)));
    WORLD.sync(Resource.RECENTLY_PLAYED);
    assertThat(WORLD.status(Resource.RECENTLY_PLAYED).gapFrom()).isNull();
    plays.holds(
        "",
        IntStream.range(0, 50).mapToObj(n -> played("n" + n, NOON.minusSeconds(n * 30L))).toList());

    var job = WORLD.sync(Resource.RECENTLY_PLAYED);

    var status = WORLD.status(Resource.RECENTLY_PLAYED);
    assertThat(status.gapFrom()).isEqualTo(NOON.minusSeconds(9000));
    assertThat(status.gapUntil()).isEqualTo(NOON.minusSeconds(49 * 30L));
    assertThat(job.parameters()).contains("gap_from");

    WORLD.now = NOON.plusSeconds(9000);
    plays.holds(
        "",
        IntStream.range(0, 50)
            .mapToObj(n -> played("m" + n, WORLD.now.minusSeconds(n * 30L)))
            .toList());
    WORLD.sync(Resource.RECENTLY_PLAYED);
    assertThat(WORLD.status(Resource.RECENTLY_PLAYED).gapFrom()).isEqualTo(NOON);
    assertThat(
            WORLD.rows(
                "SELECT lower(g) = '%s', upper(g) - lower(g) FROM provider_sync_status s,"
                        .formatted(NOON.minusSeconds(9000))
                    + " unnest(s.gaps) g WHERE s.user_id = :user ORDER BY lower(g)"))
        .as("the earlier one is still known")
        .containsExactly("t 02:05:30", "f 02:05:30");
  }

  @Test
  void popularityIsKeptWhereItChanges() {
    var followed = WORLD.listing(Resource.FOLLOWED_ARTISTS);
    for (int popularity : new int[] {71, 71, 72}) {
      followed.holds(new Member(artist("star-" + WORLD.user, popularity), null));
      WORLD.sync(Resource.FOLLOWED_ARTISTS);
    }

    assertThat(
            WORLD.rows(
                "SELECT p.popularity FROM catalog.popularity p JOIN catalog.items i"
                    + " ON i.id = p.item_id WHERE i.provider_item_id = 'star-' || :user"
                    + " ORDER BY p.observed_at"))
        .containsExactly("71", "72");
  }

  @Test
  void playlistsBringJobsForThoseThatChangedAndEndThoseThatAreGone() {
    var playlists = WORLD.listing(Resource.PLAYLISTS);
    var contents = WORLD.listing(Resource.PLAYLIST_TRACKS);
    contents.holds("p", List.of(placed("a")));
    contents.holds("q", List.of(placed("b")));
    playlists.holds(
        new Member(playlist("p", "v1", 1), null),
        new Member(playlist("q", "v1", 1), null),
        new Member(playlist("closed", "v1", null), null));
    WORLD.sync(Resource.PLAYLISTS);
    assertThat(contents.requests).extracting(one -> one.listKey()).containsExactly("p", "q");
    assertThat(WORLD.status(Resource.PLAYLIST_TRACKS, "closed").reason()).isEqualTo("withheld");
    contents.requests.clear();
    playlists.holds(new Member(playlist("q", "v2", 1), null));

    WORLD.sync(Resource.PLAYLISTS);

    assertThat(contents.requests).extracting(one -> one.listKey()).containsExactly("q");
    assertThat(WORLD.status(Resource.PLAYLIST_TRACKS, "p").reason()).isEqualTo("gone");
    assertThat(WORLD.status(Resource.PLAYLIST_TRACKS, "q").providerVersion()).isEqualTo("v2");
    assertThat(WORLD.count("history.lists WHERE user_id = '" + WORLD.user + "'")).isEqualTo(2);
    playlists.holds(
        new Member(playlist("p", "v1", 1), null), new Member(playlist("q", "v2", 1), null));
    WORLD.sync(Resource.PLAYLISTS);
    assertThat(WORLD.status(Resource.PLAYLIST_TRACKS, "p").reason()).isNull();
    assertThat(contents.requests).hasSize(1);
  }

  @Test
  void theOpenJobOfARemovedPlaylistEndsAsGone() {
    var playlists = WORLD.listing(Resource.PLAYLISTS);
    playlists.holds(new Member(playlist("p", "v1", 1), null));
    WORLD.deliver(WORLD.job(Resource.PLAYLISTS));
    var open = WORLD.queue.idsOn(World.QUEUE).getLast();
    playlists.holds(new Member(playlist("q", "v1", 1), null));
    WORLD.deliver(WORLD.job(Resource.PLAYLISTS));

    assertThat(WORLD.read(open)).extracting("status", "reason").containsExactly("failed", "gone");
    WORLD.deliver(open);
    assertThat(WORLD.listing(Resource.PLAYLIST_TRACKS).requests).isEmpty();
  }

  @Test
  void afterAChangeThePersonsTasteIsBuiltAnew() {
    WORLD.listing(Resource.SAVED_TRACKS).holds("", members(1));
    WORLD.sync(Resource.SAVED_TRACKS);

    assertThat(WORLD.queue.idsOn(QueueName.TASTE)).containsExactly(WORLD.user);
  }

  @Test
  void theNewsOfAChangeIsNotLostWhereTheQueueRefusesIt() {
    WORLD.listing(Resource.SAVED_TRACKS).holds("", members(1));
    var job = WORLD.job(Resource.SAVED_TRACKS);
    WORLD.queue.refuses = true;
    assertThatThrownBy(() -> WORLD.deliver(job)).hasMessageContaining(WORLD.user.toString());
    WORLD.queue.refuses = false;

    WORLD.deliver(job);
    WORLD.deliver(job);

    assertThat(WORLD.queue.idsOn(QueueName.TASTE)).containsExactly(WORLD.user);
  }

  @Test
  void aMessageForNoJobIsNothing() {
    WORLD.deliver(UUID.randomUUID());
    assertThat(WORLD.queue.sent).isEmpty();
  }

  @Test
  void timesOfDifferentZonesAreTheSameInstants() {
    WORLD.listing(Resource.SAVED_TRACKS).holds(member("z", NOON));
    WORLD.sync(Resource.SAVED_TRACKS);
    assertThat(
            WORLD.rows(
                "SELECT saved_at AT TIME ZONE 'UTC', fetched_at AT TIME ZONE 'UTC'"
                    + " FROM user_saved_tracks WHERE user_id = :user"))
        .containsExactly("2026-05-04 12:00:00 2026-05-04 12:00:00");
  }
}
