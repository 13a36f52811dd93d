package io.blendify.fetcher;

import static io.blendify.fetcher.Things.members;
import static io.blendify.fetcher.Things.placed;
import static io.blendify.fetcher.Things.played;
import static io.blendify.fetcher.World.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.sync.Resource;
import io.blendify.core.sync.Trigger;
import io.blendify.store.schedule.Silence;
import io.blendify.store.schedule.SilentJobs;
import io.blendify.store.sync.SyncJob;
import io.blendify.store.sync.SyncRequests;
import io.blendify.store.sync.Throttles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day of 100 calls for everybody. */
class BudgetIT {

  private static final World WORLD =
      new World(
          Map.of(
              "blendify.sync.pace", "0s",
              "blendify.sync.daily-budget", "100",
              "blendify.fetcher.entries-in-memory", "20"));

  private static final Instant TOMORROW = Instant.parse("2026-05-05T00:00:00Z");

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void begin() {
    WORLD.begin();
    WORLD.listing(Resource.RECENTLY_PLAYED).holds("", List.of(played("a", NOON.minusSeconds(60))));
    WORLD.listing(Resource.TOP_TRACKS).holds("short_term", List.of(placed("a")));
    WORLD.listing(Resource.SAVED_TRACKS).holds("", members(2));
    WORLD.listing(Resource.SAVED_ALBUMS).holds("", members(2));
    WORLD.listing(Resource.PLAYLISTS).holds("", List.of());
  }

  @Test
  void theLastCallsOfADayGoToWhatIsWorthMost() {
    spend(60);
    assertThat(due(Resource.PLAYLISTS, "")).isEqualTo("parked budget");
    assertThat(due(Resource.SAVED_TRACKS, "")).isEqualTo("completed null");
    spend(70);
    assertThat(due(Resource.SAVED_ALBUMS, "")).isEqualTo("parked budget");
    assertThat(due(Resource.TOP_TRACKS, "short_term")).isEqualTo("completed null");
    spend(85);
    assertThat(due(Resource.TOP_TRACKS, "short_term")).isEqualTo("parked budget");
    assertThat(due(Resource.RECENTLY_PLAYED, "")).isEqualTo("completed null");
    spend(100);
    assertThat(due(Resource.RECENTLY_PLAYED, "")).isEqualTo("parked budget");
  }

  @Test
  void whoWaitsComesBeforeWhatIsDueAndWhoSharesABlendBeforeWhoDoesNot() {
    spend(72);
    assertThat(due(Resource.SAVED_TRACKS, "")).isEqualTo("parked budget");
    assertThat(told(WORLD.sync(Resource.SAVED_ALBUMS))).isEqualTo("completed null");
    WORLD.execute(
        """
        WITH blend AS (
          INSERT INTO blends (id, name, created_by_user_id, algorithm_type, created_at, updated_at)
          VALUES (gen_random_uuid(), 'b', '%1$s', 'balanced', '%2$s', '%2$s') RETURNING id)
        INSERT INTO blend_participants (id, blend_id, user_id, status, joined_at)
        SELECT gen_random_uuid(), id, '%1$s', 'accepted', '%2$s' FROM blend
        """
            .formatted(WORLD.user, NOON));
    WORLD.execute(
        "UPDATE sync_jobs SET status = 'failed', reason = 'budget', error = '' WHERE status = 'parked'");
    assertThat(due(Resource.SAVED_TRACKS, "")).isEqualTo("completed null");
  }

  @Test
  void whatWasSkippedSaysSoAndIsCaughtUpTheNextDay() {
    spend(70);
    var job = WORLD.job(Resource.SAVED_TRACKS, "", Trigger.SCHEDULE);
    WORLD.deliver(job);
    assertThat(WORLD.read(job).notBefore()).isBetween(TOMORROW, TOMORROW.plusSeconds(600));
    assertThat(WORLD.status(Resource.SAVED_TRACKS).reason()).isEqualTo("budget");
    assertThat(WORLD.listing(Resource.SAVED_TRACKS).requests).isEmpty();

    WORLD.now = TOMORROW.plusSeconds(600);
    var silence = Silence.at(WORLD.now, Duration.ofSeconds(30), Duration.ofMinutes(30));
    var woken = WORLD.context.getBean(SilentJobs.class).takeWaiting(silence, 10);
    assertThat(woken).extracting("id").contains(job);
    WORLD.deliver(job);
    assertThat(told(WORLD.read(job))).isEqualTo("completed null");
    assertThat(WORLD.status(Resource.SAVED_TRACKS).reason()).isNull();
  }

  @Test
  void theSchedulerPutsOffWhatTheDayHasNoCallsFor() {
    spend(75);
    WORLD.execute(
        "UPDATE provider_sync_status SET next_due_at = NULL WHERE user_id <> '" + WORLD.user + "'");
    WORLD.context.getBean(SyncRequests.class).startDue(100);
    assertThat(
            WORLD.rows(
                "SELECT DISTINCT resource FROM sync_jobs WHERE user_id = :user ORDER BY resource"))
        .containsExactly("recently_played", "top_artists", "top_tracks");
    var saved = WORLD.status(Resource.SAVED_TRACKS);
    assertThat(saved.reason()).isEqualTo("budget");
    assertThat(saved.nextDueAt()).isBetween(TOMORROW, TOMORROW.plus(Duration.ofHours(5)));
  }

  @Test
  void oneLongLibraryLeavesHalfOfTheDayToTheOthers() {
    var saved = WORLD.listing(Resource.SAVED_TRACKS);
    saved.holds("", members(160));
    var longOne = WORLD.sync(Resource.SAVED_TRACKS);
    assertThat(told(longOne)).isEqualTo("parked budget");
    assertThat(saved.requests).hasSize(50);

    var albums = WORLD.sync(Resource.SAVED_ALBUMS);
    assertThat(told(albums)).as("another's few pages").isEqualTo("completed null");

    WORLD.now = TOMORROW.plusSeconds(600);
    WORLD.deliver(longOne.id());
    WORLD.deliverAll();
    assertThat(told(WORLD.read(longOne.id()))).isEqualTo("completed null");
    assertThat(saved.requests).as("it went on where it stood").hasSize(80);
  }

  @Test
  void pagesThatAreAskedForAtOnceStopWhereTheBudgetDoes() {
    spend(66);
    var saved = WORLD.listing(Resource.SAVED_TRACKS);
    saved.foresees = true;
    saved.holds("", members(40));

    assertThat(due(Resource.SAVED_TRACKS, "")).isEqualTo("parked budget");

    assertThat(saved.requests).hasSize(4);
    assertThat(WORLD.context.getBean(Throttles.class).spent(World.FAKE, NOON)).isEqualTo(70);
  }

  private static void spend(int calls) {
    WORLD.execute("DELETE FROM provider_throttle");
    WORLD.execute(
        "INSERT INTO provider_throttle (provider, spent_on, spent, updated_at)"
            + " VALUES ('fake', '2026-05-04', %d, '%s')".formatted(calls, NOON));
    assertThat(WORLD.context.getBean(Throttles.class).spent(World.FAKE, NOON)).isEqualTo(calls);
  }

  private static String due(Resource resource, String listKey) {
    return told(WORLD.sync(resource, listKey, Trigger.SCHEDULE));
  }

  private static String told(SyncJob job) {
    return job.status() + " " + job.reason();
  }
}
