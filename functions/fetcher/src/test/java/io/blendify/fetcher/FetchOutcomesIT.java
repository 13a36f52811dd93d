package io.blendify.fetcher;

import static io.blendify.fetcher.Things.member;
import static io.blendify.fetcher.Things.members;
import static io.blendify.fetcher.Things.placed;
import static io.blendify.fetcher.Things.playlist;
import static io.blendify.fetcher.World.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.history.Observation;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.provider.Cursor;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.FetchOutcome.AppRefused;
import io.blendify.core.provider.FetchOutcome.Gone;
import io.blendify.core.provider.FetchOutcome.Page;
import io.blendify.core.provider.FetchOutcome.QuotaSpent;
import io.blendify.core.provider.FetchOutcome.ScopeMissing;
import io.blendify.core.provider.FetchOutcome.Throttled;
import io.blendify.core.provider.FetchOutcome.TokenExpired;
import io.blendify.core.provider.FetchOutcome.Unavailable;
import io.blendify.core.provider.FetchOutcome.Unreadable;
import io.blendify.core.provider.FetchOutcome.Withheld;
import io.blendify.core.provider.TokenOutcome;
import io.blendify.core.sync.Resource;
import io.blendify.core.sync.Trigger;
import io.blendify.store.sync.SyncRequests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every answer of a provider that is not simply a page leads to. */
class FetchOutcomesIT {

  private static final World WORLD = new World(Map.of("blendify.sync.pace", "0s"));

  private static final FakeListing SAVED = WORLD.listing(Resource.SAVED_TRACKS);

  private static final String HELD =
      "SELECT track_id FROM current_user_saved_tracks WHERE user_id = :user ORDER BY track_id";

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void begin() {
    WORLD.begin();
    SAVED.holds("", members(3));
  }

  @Test
  void anExpiredTokenIsRenewedOnceAndThePageAskedForOnceMore() {
    SAVED.first(new TokenExpired());

    assertThat(WORLD.sync(Resource.SAVED_TRACKS).status()).isEqualTo("completed");
    assertThat(SAVED.requests).hasSize(3);
    assertThat(SAVED.requests.get(1).token()).isNotEqualTo(SAVED.requests.get(0).token());
    assertThat(WORLD.rows(HELD)).hasSize(3);
  }

  @Test
  void aRenewedTokenThatIsRefusedAsksForThePerson() {
    SAVED.first(new TokenExpired());
    SAVED.first(new TokenExpired());

    var job = WORLD.sync(Resource.SAVED_TRACKS);

    assertThat(job).extracting("status", "reason").containsExactly("failed", "reconnect_required");
    assertThat(SAVED.requests).hasSize(2);
    assertThat(connectionStatus()).isEqualTo("reconnect_required");
  }

  @Test
  void withdrawnConsentEndsTheJobAndAllThatFollow() {
    SAVED.first(new TokenExpired());
    WORLD.signIn.instead = new TokenOutcome.ConsentGone("invalid_grant");
    var other = WORLD.job(Resource.SAVED_ALBUMS);

    var job = WORLD.sync(Resource.SAVED_TRACKS);
    WORLD.deliver(other);

    assertThat(job).extracting("status", "reason").containsExactly("failed", "reconnect_required");
    assertThat(WORLD.read(other).reason()).isEqualTo("reconnect_required");
    assertThat(WORLD.listing(Resource.SAVED_ALBUMS).requests).isEmpty();
    assertThat(WORLD.signIn.renewals).as("no retries").isZero();
  }

  @Test
  void aTokenEndpointInTroubleIsAskedLater() {
    SAVED.first(new TokenExpired());
    WORLD.signIn.instead = new TokenOutcome.Unavailable(Duration.ofSeconds(40), "502");
    var job = WORLD.job(Resource.SAVED_TRACKS);
    WORLD.deliver(job);
    assertThat(WORLD.read(job))
        .extracting("status", "reason")
        .containsExactly("pending", "unavailable");
    WORLD.signIn.instead = null;

    WORLD.deliverAll();

    assertThat(WORLD.read(job).status()).isEqualTo("completed");
  }

  @Test
  void aThrottledRunComesBackAfterThePauseAndGoesOnWhereItWas() {
    SAVED.meanwhile =
        () -> {
          if (SAVED.requests.size() == 2) {
            SAVED.first(new Throttled(Duration.ofSeconds(11)));
            SAVED.meanwhile = () -> {};
          }
        };
    var job = WORLD.job(Resource.SAVED_TRACKS);
    WORLD.deliver(job);

    var waiting = WORLD.read(job);
    assertThat(waiting)
        .extracting("status", "reason", "attempts", "cursor", "itemsDone")
        .containsExactly("pending", "throttled", 0, "2", 2);
    assertThat(waiting.notBefore()).isBetween(NOON.plusSeconds(11), NOON.plusSeconds(14));
    assertThat(WORLD.queue.sent.getLast().delay()).isGreaterThanOrEqualTo(Duration.ofSeconds(11));
    assertThat(waiting.sentAt()).isNotNull();
    SAVED.requests.clear();
    WORLD.deliver(job);
    assertThat(SAVED.requests).as("an early message does nothing").isEmpty();
    WORLD.deliverAll();
    assertThat(SAVED.requests).hasSize(1);
    assertThat(WORLD.read(job).status()).isEqualTo("completed");
    assertThat(WORLD.rows(HELD)).hasSize(3);
    assertThat(WORLD.status(Resource.SAVED_TRACKS).reason()).isNull();
  }

  @Test
  void aSpentQuotaPausesTheWholeAppAndParksItsJobs() {
    SAVED.first(new QuotaSpent(Duration.ofHours(13)));
    var job = WORLD.job(Resource.SAVED_TRACKS);
    var other = WORLD.job(Resource.SAVED_ALBUMS);
    WORLD.deliver(job);
    WORLD.deliver(other);

    assertThat(WORLD.read(job))
        .extracting("status", "reason")
        .containsExactly("parked", "throttled");
    assertThat(WORLD.read(job).notBefore()).isAfterOrEqualTo(NOON.plus(Duration.ofHours(13)));
    assertThat(WORLD.read(other).status()).isEqualTo("parked");
    assertThat(WORLD.listing(Resource.SAVED_ALBUMS).requests).as("no probing").isEmpty();
    assertThat(WORLD.queue.sent).as("the scheduler wakes parked jobs").isEmpty();
    var answer =
        WORLD
            .context
            .getBean(SyncRequests.class)
            .request(WORLD.user, World.FAKE, Set.of(Resource.PLAYLISTS))
            .getFirst();
    assertThat(answer.reason()).hasToString("THROTTLED");
    assertThat(answer.possibleAt()).isEqualTo(NOON.plus(Duration.ofHours(13)));
    WORLD.now = WORLD.now.plus(Duration.ofHours(14));
    WORLD.deliver(job);
    assertThat(WORLD.read(job).status()).isEqualTo("completed");
  }

  @Test
  void aPauseOfHoursIsOneWhateverTheProviderCallsIt() {
    SAVED.first(new Throttled(Duration.ofHours(24)));
    var job = WORLD.job(Resource.SAVED_TRACKS);
    WORLD.deliver(job);
    assertThat(WORLD.read(job).status()).isEqualTo("parked");
  }

  @Test
  void troubleIsWaitedOutLongerAndLongerAndInTheEndGivenUp() {
    for (int n = 0; n < 20; n++) {
      SAVED.first(new Unavailable("502 <html>\nBad Gateway"));
    }
    var job = WORLD.job(Resource.SAVED_TRACKS);
    WORLD.deliver(job);
    var first = WORLD.read(job).notBefore();
    assertThat(first).isBetween(NOON.plusSeconds(20), NOON.plusSeconds(25));
    WORLD.deliverAll();

    var ended = WORLD.read(job);
    assertThat(ended).extracting("status", "reason").containsExactly("failed", "unavailable");
    assertThat(ended.error()).isEqualTo("502 <html> Bad Gateway");
    assertThat(SAVED.requests).hasSize(8);
    assertThat(Duration.between(NOON, WORLD.now)).isGreaterThan(Duration.ofMinutes(20));
    var status = WORLD.status(Resource.SAVED_TRACKS);
    assertThat(status.failures()).isEqualTo(1);
    assertThat(status.nextDueAt()).isNotNull();
    assertThat(WORLD.rows(HELD)).isEmpty();
  }

  @Test
  void troubleThatPassesLeavesNoTrace() {
    SAVED.first(new Unavailable("503"));
    assertThat(WORLD.sync(Resource.SAVED_TRACKS).status()).isEqualTo("completed");
    assertThat(WORLD.status(Resource.SAVED_TRACKS).reason()).isNull();
  }

  @Test
  void aMissingScopeConcernsItsListingAlone() {
    SAVED.first(new ScopeMissing("Insufficient client scope"));
    var job = WORLD.sync(Resource.SAVED_TRACKS);

    assertThat(job).extracting("status", "reason").containsExactly("failed", "reconnect_required");
    assertThat(WORLD.status(Resource.SAVED_TRACKS).nextDueAt()).isNull();
    assertThat(connectionStatus()).isEqualTo("active");
    assertThat(WORLD.sync(Resource.SAVED_ALBUMS).status()).isEqualTo("completed");
  }

  @Test
  void whatIsWithheldKeepsWhatWeHave() {
    WORLD.listing(Resource.PLAYLISTS).holds(new Member(playlist("p", "v1", 1), null));
    var contents = WORLD.listing(Resource.PLAYLIST_TRACKS);
    contents.holds("p", List.of(placed("a")));
    WORLD.sync(Resource.PLAYLISTS);
    WORLD.listing(Resource.PLAYLISTS).holds(new Member(playlist("p", "v2", 1), null));
    contents.first(new Withheld("Forbidden"));
    WORLD.sync(Resource.PLAYLISTS);

    var status = WORLD.status(Resource.PLAYLIST_TRACKS, "p");
    assertThat(status.reason()).isEqualTo("withheld");
    assertThat(
            WORLD.rows("SELECT track_id FROM current_user_playlist_tracks WHERE user_id = :user"))
        .containsExactly("a");
    contents.requests.clear();
    WORLD.sync(Resource.PLAYLISTS);
    assertThat(contents.requests).as("not asked for again while its version is the same").isEmpty();
  }

  @Test
  void whatIsGoneIsProbedAWeekLater() {
    SAVED.first(new Gone("404"));
    var job = WORLD.sync(Resource.SAVED_TRACKS);
    assertThat(job).extracting("status", "reason").containsExactly("failed", "gone");
    assertThat(WORLD.status(Resource.SAVED_TRACKS).nextDueAt())
        .isEqualTo(NOON.plusSeconds(604_800));
    WORLD.now = NOON.plusSeconds(604_800);
    SAVED.holds("", members(1));
    var requests = WORLD.context.getBean(SyncRequests.class);
    var due = requests.startDue(1000);
    due.forEach(one -> WORLD.deliver(one.id()));
    assertThat(WORLD.status(Resource.SAVED_TRACKS).reason()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"withheld", "gone"})
  void aPlaylistThatIsSaidToBeWithheldOrGoneIsProbedAWeekLater(String reason) {
    WORLD.listing(Resource.PLAYLISTS).holds(new Member(playlist("p", "v1", 1), null));
    var contents = WORLD.listing(Resource.PLAYLIST_TRACKS);
    contents.holds("p", List.of(placed("a")));
    contents.first(reason.equals("gone") ? new Gone("404") : new Withheld("403"));
    WORLD.sync(Resource.PLAYLISTS);
    assertThat(WORLD.status(Resource.PLAYLIST_TRACKS, "p").reason()).isEqualTo(reason);

    WORLD.sync(Resource.PLAYLISTS);
    assertThat(contents.requests).as("the same version is not asked for again").hasSize(1);
    WORLD.now = NOON.plusSeconds(604_800);
    var due = WORLD.context.getBean(SyncRequests.class).startDue(1000);
    due.forEach(one -> WORLD.deliver(one.id()));

    assertThat(WORLD.status(Resource.PLAYLIST_TRACKS, "p").reason()).isNull();
    assertThat(
            WORLD.rows("SELECT track_id FROM current_user_playlist_tracks WHERE user_id = :user"))
        .containsExactly("a");
  }

  @Test
  void aRefusedAppIsProbedTomorrow() {
    SAVED.first(new AppRefused("Active premium subscription required"));
    var job = WORLD.sync(Resource.SAVED_TRACKS);
    assertThat(job).extracting("status", "reason").containsExactly("failed", "disabled");
    assertThat(WORLD.status(Resource.SAVED_TRACKS).nextDueAt()).isAfter(NOON.plusSeconds(86_000));
  }

  @Test
  void anUnreadableAnswerChangesNothing() {
    WORLD.sync(Resource.SAVED_TRACKS);
    SAVED.first(SAVED.honest(SAVED.requests.getFirst()));
    SAVED.first(new Unreadable("a page without items"));
    var job = WORLD.sync(Resource.SAVED_TRACKS);

    assertThat(job).extracting("status", "reason").containsExactly("failed", "unreadable");
    assertThat(WORLD.rows(HELD)).hasSize(3);
    assertThat(WORLD.count("sync_pages")).isZero();
  }

  @Test
  void pagesThatLeadInACircleAreRefused() {
    var page = new Page(List.of(member("t0", NOON)), new Cursor("a"), null, 0);
    var back = new Page(List.of(member("t1", NOON)), new Cursor("b"), null, 0);
    for (FetchOutcome outcome : List.of(page, back, page)) {
      SAVED.first(outcome);
    }
    var job = WORLD.sync(Resource.SAVED_TRACKS);
    assertThat(job).extracting("status", "reason").containsExactly("failed", "unreadable");
    assertThat(WORLD.rows(HELD)).isEmpty();
  }

  @Test
  void aListingThatMovesIsReadAgainAndNothingIsRemovedThatIsThere() {
    SAVED.holds("", members(6));
    WORLD.sync(Resource.SAVED_TRACKS);
    SAVED.requests.clear();
    SAVED.meanwhile =
        () -> {
          if (SAVED.requests.size() == 2) {
            SAVED.holds("", members(6).subList(1, 6));
          }
        };

    var job = WORLD.sync(Resource.SAVED_TRACKS);

    assertThat(job.status()).isEqualTo("completed");
    assertThat(SAVED.requests).hasSize(5);
    assertThat(WORLD.rows(HELD)).containsExactly("t1", "t2", "t3", "t4", "t5");
    assertThat(
            WORLD.rows(
                "SELECT count(*) FROM history.memberships WHERE action = 'removed' AND user_id = :user"))
        .containsExactly("1");
  }

  @Test
  void aPlaylistThatChangesWhileItIsPagedIsKeptInOneOfItsStates() {
    WORLD.listing(Resource.PLAYLISTS).holds(new Member(playlist("p", "v1", 4), null));
    var contents = WORLD.listing(Resource.PLAYLIST_TRACKS);
    contents.holds("p", List.of(placed("a"), placed("b"), placed("c"), placed("d")));
    contents.version = "v1";
    contents.meanwhile =
        () -> {
          if (contents.requests.size() == 2) {
            contents.holds("p", List.of(placed("x"), placed("a"), placed("b"), placed("c")));
            contents.version = "v2";
          }
        };

    WORLD.sync(Resource.PLAYLISTS);

    assertThat(
            WORLD.rows(
                "SELECT track_id FROM current_user_playlist_tracks WHERE user_id = :user"
                    + " ORDER BY track_position"))
        .containsExactly("x", "a", "b", "c");
    assertThat(WORLD.rows("SELECT id FROM history.lists WHERE user_id = :user")).hasSize(1);
    assertThat(WORLD.status(Resource.PLAYLIST_TRACKS, "p").providerVersion()).isEqualTo("v2");
  }

  @Test
  void pagesThatAreTooOldAreNotPutBesideFreshOnes() {
    var tops = WORLD.listing(Resource.TOP_TRACKS);
    tops.holds("short_term", List.of(placed("a"), placed("b"), placed("c"), placed("d")));
    var job = WORLD.job(Resource.TOP_TRACKS, "short_term", Trigger.PERSON);
    WORLD.context.getBean(FetchJob.class).run(job, () -> Duration.ofSeconds(1));
    assertThat(WORLD.read(job).itemsDone()).isEqualTo(2);

    WORLD.now = WORLD.now.plus(Duration.ofMinutes(11));
    tops.holds("short_term", List.of(placed("x"), placed("a"), placed("b"), placed("c")));
    WORLD.deliver(job);
    WORLD.deliverAll();

    assertThat(
            WORLD.rows(
                "SELECT track_id FROM current_user_top_tracks WHERE user_id = :user ORDER BY rank"))
        .containsExactly("x", "a", "b", "c");
  }

  @Test
  void anEmptyAnswerToTheFirstLookIsLookedAtTwice() {
    SAVED.first(new Page(List.of(), null, 0, 0));

    var job = WORLD.sync(Resource.SAVED_TRACKS);

    assertThat(job.status()).isEqualTo("completed");
    assertThat(WORLD.status(Resource.SAVED_TRACKS).items()).isEqualTo(3);
    assertThat(WORLD.rows(HELD)).hasSize(3);
  }

  @Test
  void aListingThatNeverStandsStillLosesNothing() {
    SAVED.holds("", members(6));
    WORLD.sync(Resource.SAVED_TRACKS);
    var now = new ArrayList<Observation>(members(6));
    SAVED.meanwhile =
        () -> {
          if (SAVED.requests.getLast().cursor() != null) {
            now.addFirst(member("n" + now.size(), NOON));
            SAVED.holds("", List.copyOf(now));
          }
        };

    var job = WORLD.sync(Resource.SAVED_TRACKS);

    assertThat(job.status()).isEqualTo("completed");
    assertThat(
            WORLD.rows(
                "SELECT count(*) FROM history.memberships WHERE action = 'removed' AND user_id = :user"))
        .containsExactly("0");
    assertThat(WORLD.rows(HELD)).contains("t0", "t5");
  }

  @Test
  void anEntryThatIsRepeatedOnTheNextPageShowsThatTheListingMoved() {
    SAVED.saysTotal = false;
    SAVED.meanwhile =
        () -> {
          if (SAVED.requests.size() == 2) {
            var shifted = new ArrayList<Observation>(List.of(member("new", NOON)));
            shifted.addAll(members(3));
            SAVED.holds("", shifted);
          }
        };

    WORLD.sync(Resource.SAVED_TRACKS);

    assertThat(WORLD.rows(HELD)).containsExactly("new", "t0", "t1", "t2");
    assertThat(SAVED.requests).hasSize(4);
  }

  @Test
  void aScheduledSyncOfWhatIsDueStartsEachListingOnce() {
    var requests = WORLD.context.getBean(SyncRequests.class);
    var started = requests.startDue(1000);
    assertThat(started).hasSizeGreaterThanOrEqualTo(11);
    assertThat(requests.startDue(1000)).isEmpty();
    assertThat(WORLD.sync(Resource.PLAYLIST_TRACKS, "nobody's", Trigger.SCHEDULE).reason())
        .isEqualTo("gone");
  }

  private static String connectionStatus() {
    return WORLD.rows("SELECT status FROM provider_connections WHERE user_id = :user").getFirst();
  }
}
