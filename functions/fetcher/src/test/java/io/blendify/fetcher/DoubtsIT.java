package io.blendify.fetcher;

import static io.blendify.fetcher.Things.member;
import static io.blendify.fetcher.Things.members;
import static io.blendify.fetcher.Things.placed;
import static io.blendify.fetcher.Things.playlist;
import static io.blendify.fetcher.World.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.history.Observation;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.provider.FetchOutcome.Page;
import io.blendify.core.sync.Resource;
import io.blendify.core.sync.Trigger;
import io.blendify.store.sync.SyncRequests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What seems to have vanished is believed when looks over a day agree, and stays till then. */
class DoubtsIT {

  private static final World WORLD = new World(Map.of("blendify.sync.pace", "0s"));

  private static final FakeListing SAVED = WORLD.listing(Resource.SAVED_TRACKS);
  private static final FakeListing CONTENTS = WORLD.listing(Resource.PLAYLIST_TRACKS);

  private static final String HELD =
      "SELECT track_id FROM current_user_saved_tracks WHERE user_id = :user ORDER BY track_id";
  private static final String REMOVED =
      "SELECT count(*) FROM history.memberships WHERE action = 'removed' AND user_id = :user";
  private static final String IN_PLAYLIST =
      "SELECT track_id FROM current_user_playlist_tracks WHERE user_id = :user";

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void begin() {
    WORLD.begin();
    SAVED.holds("", members(30));
    WORLD.sync(Resource.SAVED_TRACKS);
  }

  @Test
  void anEmptyAnswerIsBelievedByTheThirdLookADayLaterAndSaysSoUntilThen() {
    SAVED.holds();
    var job = WORLD.sync(Resource.SAVED_TRACKS);
    assertThat(job).extracting("status", "reason").containsExactly("completed", "unconfirmed");
    var status = WORLD.status(Resource.SAVED_TRACKS);
    assertThat(status.reason()).isEqualTo("unconfirmed");
    assertThat(status.detail())
        .isEqualTo("nothing where 30 were known: look 1, believed after 3 that agree, over a day");
    assertThat(status.nextDueAt()).isBetween(NOON.plusSeconds(3600), NOON.plusSeconds(5000));
    assertThat(status.items()).isEqualTo(30);

    lookWhenDue();
    var last = WORLD.status(Resource.SAVED_TRACKS).nextDueAt();
    assertThat(last).isBetween(NOON.plusSeconds(86_400), NOON.plusSeconds(88_000));
    assertThat(WORLD.rows(HELD)).hasSize(30);

    lookWhenDue();
    assertThat(WORLD.rows(HELD)).isEmpty();
    assertThat(WORLD.status(Resource.SAVED_TRACKS).reason()).isNull();
    assertThat(WORLD.status(Resource.SAVED_TRACKS).doubtedLooks()).isZero();
  }

  @Test
  void howeverOftenItIsAskedWithinADayItIsNotBelieved() {
    SAVED.holds();
    for (int look = 0; look < 23; look++) {
      WORLD.sync(Resource.SAVED_TRACKS);
      WORLD.now = WORLD.now.plusSeconds(3601);
    }
    assertThat(WORLD.rows(HELD)).hasSize(30);

    WORLD.now = NOON.plusSeconds(86_401);
    WORLD.sync(Resource.SAVED_TRACKS);
    assertThat(WORLD.rows(HELD)).isEmpty();
  }

  @Test
  void looksInQuickSuccessionCountOnce() {
    SAVED.holds();
    for (int look = 0; look < 5; look++) {
      WORLD.sync(Resource.SAVED_TRACKS);
      WORLD.now = WORLD.now.plusSeconds(60);
    }
    WORLD.now = NOON.plus(Duration.ofHours(25));
    WORLD.sync(Resource.SAVED_TRACKS);
    assertThat(WORLD.status(Resource.SAVED_TRACKS).doubtedLooks()).isEqualTo(2);
    assertThat(WORLD.rows(HELD)).hasSize(30);
  }

  @Test
  void aTrueAnswerBetweenThemEndsTheDoubt() {
    SAVED.first(new Page(List.of(), null, 0, 0));
    WORLD.sync(Resource.SAVED_TRACKS);
    WORLD.now = NOON.plus(Duration.ofHours(20));
    WORLD.sync(Resource.SAVED_TRACKS);
    assertThat(WORLD.status(Resource.SAVED_TRACKS).reason()).isNull();

    SAVED.holds();
    for (int look = 0; look < 2; look++) {
      WORLD.now = WORLD.now.plus(Duration.ofHours(11));
      WORLD.sync(Resource.SAVED_TRACKS);
    }
    assertThat(WORLD.status(Resource.SAVED_TRACKS).doubtedLooks()).isEqualTo(2);
    assertThat(WORLD.rows(REMOVED)).containsExactly("0");
  }

  @Test
  void aLookLongAfterTheLastOneIsAFirstOne() {
    SAVED.holds();
    for (int look = 0; look < 4; look++) {
      WORLD.sync(Resource.SAVED_TRACKS);
      WORLD.now = WORLD.now.plus(Duration.ofHours(37));
    }
    assertThat(WORLD.status(Resource.SAVED_TRACKS).doubtedLooks()).isEqualTo(1);
    assertThat(WORLD.rows(HELD)).hasSize(30);
  }

  @Test
  void whatIsLeftOfAShrunkenListingIsKeptUpToDateWhileTheRestIsInDoubt() {
    var left = new ArrayList<Observation>(members(10));
    left.addFirst(member("new", NOON));
    SAVED.holds("", left);
    WORLD.sync(Resource.SAVED_TRACKS);

    assertThat(WORLD.rows(HELD)).hasSize(31).contains("new");
    assertThat(WORLD.status(Resource.SAVED_TRACKS).detail())
        .startsWith("11 entries where 30 were known");
    assertThat(WORLD.status(Resource.SAVED_TRACKS).items()).isEqualTo(31);
    WORLD.now = NOON.plus(Duration.ofHours(2));
    WORLD.sync(Resource.SAVED_TRACKS);
    WORLD.now = NOON.plusSeconds(86_401);
    WORLD.sync(Resource.SAVED_TRACKS);
    assertThat(WORLD.rows(HELD)).hasSize(11);
  }

  @Test
  void whatLessThanHalfOfIsGoneIsBelievedAtOnce() {
    SAVED.holds("", members(15));
    WORLD.sync(Resource.SAVED_TRACKS);
    assertThat(WORLD.rows(HELD)).hasSize(15);
  }

  @Test
  void aPlaylistThatTheListOfPlaylistsCallsEmptyIsEmpty() {
    hasPlaylist("v1", 2);
    CONTENTS.holds("p", List.of(placed("a"), placed("b")));
    WORLD.sync(Resource.PLAYLISTS);
    hasPlaylist("v2", 0);
    CONTENTS.holds("p", List.of());
    WORLD.sync(Resource.PLAYLISTS);

    assertThat(WORLD.rows(IN_PLAYLIST)).isEmpty();
    assertThat(WORLD.status(Resource.PLAYLIST_TRACKS, "p"))
        .extracting("reason", "providerVersion")
        .containsExactly(null, "v2");
  }

  @Test
  void anEmptyPlaylistThatShouldHaveEntriesIsInDoubtEvenAtFirst() {
    hasPlaylist("v1", 2);
    CONTENTS.holds("p", List.of());
    WORLD.sync(Resource.PLAYLISTS);
    var status = WORLD.status(Resource.PLAYLIST_TRACKS, "p");
    assertThat(status.reason()).isEqualTo("unconfirmed");
    assertThat(status.providerVersion()).isNull();

    CONTENTS.holds("p", List.of(placed("a"), placed("b")));
    WORLD.sync(Resource.PLAYLISTS);
    assertThat(WORLD.rows(IN_PLAYLIST)).hasSize(2);
  }

  @Test
  void anEmptyListOfWhichNothingWasEverSeenIsNoObservation() {
    WORLD.listing(Resource.TOP_TRACKS).holds("short_term", List.of());
    var job = WORLD.sync(Resource.TOP_TRACKS, "short_term", Trigger.SCHEDULE);
    assertThat(job).extracting("status", "reason").containsExactly("completed", null);
    assertThat(WORLD.rows("SELECT id FROM history.lists WHERE user_id = :user")).isEmpty();
  }

  private static void hasPlaylist(String version, int tracks) {
    WORLD.listing(Resource.PLAYLISTS).holds(new Member(playlist("p", version, tracks), null));
  }

  private static void lookWhenDue() {
    WORLD.now = WORLD.status(Resource.SAVED_TRACKS).nextDueAt();
    var due = WORLD.context.getBean(SyncRequests.class).startDue(1000);
    due.forEach(one -> WORLD.deliver(one.id()));
  }
}
