package io.blendify.fetcher;

import static io.blendify.fetcher.Things.member;
import static io.blendify.fetcher.Things.members;
import static io.blendify.fetcher.Things.placed;
import static io.blendify.fetcher.Things.playlist;
import static io.blendify.fetcher.World.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.blendify.core.history.Observation;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.queue.QueueName;
import io.blendify.core.sync.Resource;
import io.blendify.core.sync.Trigger;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stops a worker, and wherever: the outcome is that of a run that nothing stopped. */
class FetchKilledIT {

  private static final World WORLD =
      new World(Map.of("blendify.sync.pace", "0s", "blendify.fetcher.entries-in-memory", "4"));

  private static final FakeListing SAVED = WORLD.listing(Resource.SAVED_TRACKS);

  private static final String STEPS =
      "SELECT m.action, i.provider_item_id, m.member_since AT TIME ZONE 'UTC'"
          + " FROM history.memberships m JOIN catalog.items i ON i.id = m.item_id"
          + " WHERE user_id = :user ORDER BY m.observed_at, m.action, i.provider_item_id";

  /** Dies as a process does: nothing is caught and nothing tidied up. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void begin() {
    WORLD.begin();
    SAVED.holds("", members(11));
    WORLD.sync(Resource.SAVED_TRACKS);
    SAVED.requests.clear();
    WORLD.queue.sent.clear();
    WORLD.now = WORLD.now.plus(Duration.ofDays(1));
    var now = new ArrayList<Observation>();
    IntStream.range(0, 3).forEach(n -> now.add(member("new" + n, NOON.plusSeconds(n))));
    now.addAll(members(11).subList(3, 11));
    SAVED.holds("", now);
  }

  private static void assertOutcome() {
    var steps = new ArrayList<String>();
    for (int n : List.of(0, 1, 10, 2, 3, 4, 5, 6, 7, 8, 9)) {
      steps.add("added t" + n + " " + time(-60L * n - 60));
    }
    IntStream.range(0, 3).forEach(n -> steps.add("added new" + n + " " + time(n)));
    IntStream.range(0, 3).forEach(n -> steps.add("removed t" + n + " " + time(-60L * n - 60)));
    assertThat(WORLD.rows(STEPS)).isEqualTo(steps);
    assertThat(WORLD.count("sync_pages")).isZero();
    var status = WORLD.status(Resource.SAVED_TRACKS);
    assertThat(status.items()).isEqualTo(11);
    assertThat(status.reason()).isNull();
    assertThat(status.lastFullAt()).isEqualTo(status.lastCompleteAt());
    assertThat(WORLD.queue.idsOn(QueueName.TASTE)).contains(WORLD.user);
    assertThat(
            WORLD.rows(
                "SELECT count(*) FROM sync_jobs WHERE user_id = :user AND status <> 'completed'"))
        .containsExactly("0");
  }

  private static String time(long seconds) {
    return NOON.plusSeconds(seconds).toString().replace("T", " ").replace("Z", "");
  }

  @Test
  void nothingStopsIt() {
    var job = WORLD.sync(Resource.SAVED_TRACKS);
    assertOutcome();
    assertThat(job.itemsDone()).isEqualTo(11);
    assertThat(SAVED.requests).as("each page once, in several invocations").hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void killedAtAnyPageItGoesOnOnceTheLeaseHasRunOut(int page) {
    SAVED.meanwhile =
        () -> {
          if (SAVED.requests.size() == page) {
            throw new Killed();
          }
        };
    var job = WORLD.job(Resource.SAVED_TRACKS);
    assertThat(deliverUntilStopped(job)).isInstanceOf(Killed.class);
    SAVED.meanwhile = () -> {};
    int asked = SAVED.requests.size();
    WORLD.deliver(job);
    assertThat(SAVED.requests).as("the lease still holds").hasSize(asked);
    WORLD.now = WORLD.now.plusSeconds(61);

    WORLD.deliver(job);
    WORLD.deliverAll();

    assertOutcome();
    assertThat(SAVED.requests).as("what was put aside is not read again").hasSizeLessThan(9);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void killedAtAnyOfThePagesThatAreAskedForAtOnceItLosesAndDoublesNothing(int page) {
    SAVED.foresees = true;
    SAVED.meanwhile =
        () -> {
          if (SAVED.requests.size() == page) {
            throw new Killed();
          }
        };
    var job = WORLD.job(Resource.SAVED_TRACKS);
    assertThat(deliverUntilStopped(job)).isInstanceOf(Killed.class);
    SAVED.meanwhile = () -> {};
    var left = WORLD.read(job);
    assertThat(WORLD.rows("SELECT coalesce(sum(cardinality(item_ids)), 0) FROM sync_pages"))
        .as("what was put aside, where the job stands and where it goes on is one")
        .containsExactly(String.valueOf(left.itemsDone()));
    assertThat(left.cursor()).isEqualTo(left.itemsDone() == 0 ? null : "" + left.itemsDone());
    WORLD.now = WORLD.now.plusSeconds(61);

    WORLD.deliver(job);
    WORLD.deliverAll();

    assertOutcome();
    assertThat(SAVED.requests).hasSizeLessThan(13);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT ON catalog.items FOR EACH STATEMENT",
        "INSERT ON catalog.item_versions FOR EACH STATEMENT",
        "INSERT ON sync_pages FOR EACH STATEMENT",
        "DELETE ON sync_pages FOR EACH STATEMENT",
        "INSERT ON history.memberships FOR EACH STATEMENT",
        "UPDATE ON provider_sync_status FOR EACH STATEMENT",
        "UPDATE ON sync_jobs FOR EACH ROW WHEN (NEW.status = 'running')",
        "UPDATE ON sync_jobs FOR EACH ROW WHEN (NEW.cursor = '4')",
        "UPDATE ON sync_jobs FOR EACH ROW WHEN (NEW.cursor = '8')",
        "UPDATE ON sync_jobs FOR EACH ROW WHEN (NEW.status = 'completed')",
        "UPDATE OF sent_at ON sync_jobs FOR EACH ROW WHEN (NEW.sent_at IS NOT NULL)",
      })
  void whateverWriteFailsTheNextDeliveryPutsItRight(String write) throws SQLException {
    IntStream.range(0, 3).forEach(n -> rename("new" + n));
    var job = WORLD.job(Resource.SAVED_TRACKS);
    owner(
        "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$");
    var table = write.replaceAll(".* ON ([a-z_.]+) .*", "$1");
    owner("CREATE TRIGGER refuse BEFORE " + write + " EXECUTE FUNCTION refuse()");
    try {
      assertThat(deliverUntilStopped(job)).hasMessageContaining("the disk is full");
    } finally {
      owner("DROP TRIGGER refuse ON " + table);
    }
    WORLD.now = WORLD.now.plusSeconds(61);

    WORLD.deliver(job);
    WORLD.deliverAll();

    assertOutcomeRenamed();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "PERFORM pg_terminate_backend(pg_backend_pid()); INSERT ON sync_pages FOR EACH STATEMENT",
        "PERFORM pg_terminate_backend(pg_backend_pid()); INSERT ON history.memberships FOR EACH STATEMENT",
        "PERFORM pg_terminate_backend(pg_backend_pid()); UPDATE ON sync_jobs FOR EACH ROW WHEN (NEW.cursor = '8')",
        "PERFORM pg_terminate_backend(pg_backend_pid()); UPDATE ON provider_sync_status FOR EACH STATEMENT",
        "RAISE EXCEPTION 'again' USING ERRCODE = 'serialization_failure'; INSERT ON sync_pages FOR EACH STATEMENT",
        "RAISE EXCEPTION 'again' USING ERRCODE = 'serialization_failure'; UPDATE ON sync_jobs FOR EACH ROW WHEN (NEW.status = 'completed')",
        "RAISE EXCEPTION 'again' USING ERRCODE = 'deadlock_detected'; INSERT ON history.memberships FOR EACH STATEMENT",
      })
  void aConnectionCutOrATransactionRefusedInTheMiddleOfAWriteIsPutRight(String what, String write)
      throws SQLException {
    var job = WORLD.job(Resource.SAVED_TRACKS);
    owner(
        "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            + what
            + "; RETURN NEW; END $$");
    owner("CREATE TRIGGER refuse BEFORE " + write + " EXECUTE FUNCTION refuse()");
    try {
      assertThat(deliverUntilStopped(job)).isNotNull();
    } finally {
      owner("DROP TRIGGER refuse ON " + write.replaceAll(".* ON ([a-z_.]+) .*", "$1"));
    }

    WORLD.deliver(job);
    WORLD.deliverAll();

    assertOutcome();
  }

  @Test
  void aMessageBeforeItsTimeOrAfterTheEndDoesNothing() {
    var job = WORLD.job(Resource.SAVED_TRACKS);
    WORLD.execute(
        "UPDATE sync_jobs SET not_before = '%s' WHERE id = '%s'"
            .formatted(WORLD.now.plusSeconds(30), job));
    WORLD.deliver(job);
    assertThat(SAVED.requests).isEmpty();
    assertThat(WORLD.read(job)).extracting("status", "attempts").containsExactly("pending", 0);

    WORLD.now = WORLD.now.plusSeconds(30);
    WORLD.deliver(job);
    WORLD.deliverAll();
    var ended = WORLD.read(job);
    WORLD.now = WORLD.now.plus(Duration.ofDays(1));
    WORLD.deliver(job);

    assertThat(SAVED.requests).hasSize(6);
    assertThat(WORLD.read(job)).isEqualTo(ended);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void killedWhileItSendsItIsFoundAgain(int sends) {
    var job = WORLD.job(Resource.SAVED_TRACKS);
    WORLD.queue.diesAfter = sends;
    assertThat(deliverUntilStopped(job)).hasMessage("killed while sending");
    WORLD.queue.diesAfter = -1;

    WORLD.deliver(job);
    WORLD.deliverAll();

    assertOutcome();
  }

  @Test
  void whoLostTheLeaseWritesNothing() {
    var job = WORLD.job(Resource.SAVED_TRACKS);
    SAVED.meanwhile =
        () -> {
          SAVED.meanwhile = () -> {};
          WORLD.now = WORLD.now.plusSeconds(61);
          WORLD.deliver(job);
          WORLD.deliverAll();
        };

    WORLD.deliver(job);
    WORLD.deliverAll();

    assertOutcome();
  }

  @Test
  void whoLostTheLeaseAtTheEndWritesNothingEither() {
    var job = WORLD.job(Resource.SAVED_TRACKS);
    SAVED.meanwhile =
        () -> {
          if (SAVED.requests.size() == 6) {
            SAVED.meanwhile = () -> {};
            WORLD.now = WORLD.now.plusSeconds(61);
            WORLD.deliver(job);
          }
        };

    WORLD.deliver(job);
    WORLD.deliverAll();

    assertOutcome();
  }

  @Test
  void whoGivesSignsOfLifeKeepsTheJobHoweverLongItTakes() {
    var job = WORLD.job(Resource.SAVED_TRACKS);
    SAVED.meanwhile =
        () -> {
          WORLD.now = WORLD.now.plusSeconds(40);
          if (SAVED.requests.size() % 2 == 0) {
            WORLD.deliver(job);
          }
        };

    WORLD.deliver(job);
    WORLD.deliverAll();

    assertOutcome();
    assertThat(SAVED.requests).as("nobody else has read").hasSize(6);
  }

  @Test
  void deliveredToManyAtOnceItRunsOnce() throws Exception {
    SAVED.pageSize = 50;
    var job = WORLD.job(Resource.SAVED_TRACKS);
    var start = new CyclicBarrier(4);
    try (var workers = Executors.newFixedThreadPool(4)) {
      Callable<Void> worker =
          () -> {
            start.await();
            WORLD.deliver(job);
            return null;
          };
      for (var done : workers.invokeAll(List.of(worker, worker, worker, worker))) {
        done.get();
      }
    }

    assertOutcome();
    assertThat(SAVED.requests).hasSize(1);
  }

  @Test
  void aPersonWhoIsErasedMeanwhileStaysErased() {
    var job = WORLD.job(Resource.SAVED_TRACKS);
    SAVED.meanwhile = () -> WORLD.execute("SELECT erase_user('" + WORLD.user + "')");

    WORLD.deliver(job);
    WORLD.deliverAll();

    assertThat(WORLD.rows(STEPS)).isEmpty();
    assertThat(WORLD.rows("SELECT id FROM sync_jobs WHERE user_id = :user")).isEmpty();
  }

  @Test
  void aJobThatKillsEveryWorkerIsGivenUp() {
    SAVED.meanwhile =
        () -> {
          throw new Killed();
        };
    var job = WORLD.job(Resource.SAVED_TRACKS);
    for (int delivery = 0; delivery < 12; delivery++) {
      catchThrowable(() -> WORLD.deliver(job));
      WORLD.now = WORLD.now.plusSeconds(61);
    }

    assertThat(WORLD.read(job))
        .extracting("status", "reason")
        .containsExactly("failed", "unavailable");
    assertThat(SAVED.requests).hasSize(8);
  }

  @Test
  void littleTimeIsEnoughToComeToAnEnd() {
    var job = WORLD.job(Resource.SAVED_TRACKS, "", Trigger.PERSON);
    for (int invocation = 0; invocation < 6; invocation++) {
      WORLD.context.getBean(FetchJob.class).run(job, () -> Duration.ofSeconds(1));
      assertThat(SAVED.requests).as("one page in each").hasSize(invocation + 1);
    }
    assertOutcome();
  }

  @Test
  void theJobsOfPlaylistsAreNotLostWithTheirMessages() {
    WORLD.listing(Resource.PLAYLISTS).holds(new Member(playlist("p", "v1", 1), null));
    WORLD.listing(Resource.PLAYLIST_TRACKS).holds("p", List.of(placed("a")));
    WORLD.queue.refuses = true;
    var job = WORLD.job(Resource.PLAYLISTS);
    catchThrowable(() -> WORLD.deliver(job));

    assertThat(
            WORLD.rows(
                "SELECT status, sent_at FROM sync_jobs WHERE user_id = :user"
                    + " AND resource = 'playlist_tracks'"))
        .containsExactly("pending null");
  }

  /** Delivers the job, and what it sends, until something stops it. */
  private static Throwable deliverUntilStopped(UUID job) {
    return catchThrowable(
        () -> {
          WORLD.deliver(job);
          WORLD.deliverAll();
        });
  }

  /** New items of this test alone, so that the catalogue has something to add. */
  private static void rename(String id) {
    var renamed =
        SAVED.contents.get("").stream()
            .map(Member.class::cast)
            .map(one -> one.item().key().id().equals(id) ? fresh(one) : one)
            .toList();
    SAVED.holds("", renamed);
  }

  private static Member fresh(Member member) {
    return member(member.item().key().id() + "-" + WORLD.user, member.since());
  }

  private static void assertOutcomeRenamed() {
    var ids =
        WORLD.rows(
            "SELECT replace(track_id, '-' || :user, '') FROM current_user_saved_tracks"
                + " WHERE user_id = :user ORDER BY 1");
    assertThat(ids)
        .containsExactly("new0", "new1", "new2", "t10", "t3", "t4", "t5", "t6", "t7", "t8", "t9");
    assertThat(WORLD.rows(STEPS)).hasSize(17).doesNotHaveDuplicates();
    assertThat(WORLD.count("sync_pages")).isZero();
    assertThat(WORLD.queue.idsOn(QueueName.TASTE)).contains(WORLD.user);
  }

  private static void owner(String sql) throws SQLException {
    try (var connection = WORLD.database.asOwner();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
