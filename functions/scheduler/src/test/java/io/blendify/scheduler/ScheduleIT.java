package io.blendify.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import io.blendify.core.ProviderId;
import io.blendify.core.queue.QueueName;
import io.blendify.store.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduleIT {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final TimeLeft PLENTY = () -> Duration.ofMinutes(1);

  private final AtomicReference<Instant> time = new AtomicReference<>(NOON);
  private final FakeQueue queue = new FakeQueue();
  private TestDatabase database;
  private ApplicationContext context;
  private Schedule schedule;
  private UUID user;
  private UUID connection;

  @BeforeEach
  void start() throws SQLException {
    database = TestDatabase.fresh();
    context = context();
    schedule = context.getBean(Schedule.class);
    connect("anna");
  }

  @AfterEach
  void stop() {
    context.close();
    database.close();
  }

  @Test
  void whatIsDueBecomesAJobAndAMessage() throws SQLException {
    listing("saved_tracks", "", NOON);
    listing("top_tracks", "short_term", NOON.minusSeconds(5));
    listing("top_tracks", "long_term", NOON.plusSeconds(1));

    assertThat(schedule.run(PLENTY)).isEqualTo(new ScheduleReport(0, 2, 0, 0, 0, 0, 0, true));
    assertThat(queue.sent)
        .hasSize(2)
        .allMatch(sent -> sent.queue().equals(QueueName.fetch(new ProviderId("spotify"))));
    assertThat(
            text(
                "SELECT string_agg(resource || list_key, ' ' ORDER BY resource) FROM sync_jobs"
                    + " WHERE status = 'pending' AND trigger = 'schedule' AND sent_at IS NOT NULL"))
        .isEqualTo("saved_tracks top_tracksshort_term");

    assertThat(schedule.run(PLENTY).jobsStarted()).as("its job is open").isZero();
  }

  @Test
  void moreThanABatchIsDoneInOneRun() throws SQLException {
    for (int i = 0; i < 25; i++) {
      listing("playlist_tracks", "playlist-" + i, NOON);
    }

    assertThat(schedule.run(PLENTY).jobsStarted()).isEqualTo(25);
    assertThat(queue.ids()).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void neitherAConnectionThatIsLostNorAPausedProviderIsAsked() throws SQLException {
    listing("saved_tracks", "", NOON);
    update("UPDATE provider_connections SET status = 'reconnect_required'");
    assertThat(schedule.run(PLENTY).jobsStarted()).isZero();

    update("UPDATE provider_connections SET status = 'active'");
    pause(NOON.plusSeconds(1));
    assertThat(schedule.run(PLENTY).jobsStarted()).isZero();

    later(Duration.ofSeconds(1));
    assertThat(schedule.run(PLENTY)).isEqualTo(new ScheduleReport(1, 1, 0, 0, 0, 0, 0, true));
    assertThat(text("SELECT (not_before IS NULL)::text FROM provider_throttle")).isEqualTo("true");
  }

  @Test
  void aParkedJobIsWokenWhenItsTimeComesAndNotBefore() throws SQLException {
    var parked = job("saved_tracks", "parked", NOON.plusSeconds(3600), null);
    assertThat(schedule.run(PLENTY).jobsResent()).isZero();

    later(Duration.ofHours(1));
    assertThat(schedule.run(PLENTY).jobsResent()).isEqualTo(1);
    assertThat(queue.ids()).containsExactly(parked);
    assertThat(schedule.run(PLENTY).jobsResent()).as("its message is under way").isZero();
  }

  @Test
  void aParkedJobStaysAsleepWhileItsProviderPauses() throws SQLException {
    job("saved_tracks", "parked", NOON, null);
    pause(NOON.plusSeconds(60));
    assertThat(schedule.run(PLENTY).jobsResent()).isZero();

    later(Duration.ofSeconds(60));
    assertThat(schedule.run(PLENTY).jobsResent()).isEqualTo(1);
  }

  @Test
  void aWriterThatIsAboutToSendIsNotForestalled() throws SQLException {
    var fresh = job("saved_tracks", "pending", NOON, null);
    assertThat(schedule.run(PLENTY).jobsResent()).isZero();

    later(Duration.ofSeconds(30));
    schedule.run(PLENTY);
    assertThat(queue.ids()).containsExactly(fresh);
  }

  @Test
  void aMessageWithoutEffectIsSentAgain() throws SQLException {
    var lost = job("saved_tracks", "pending", NOON, NOON);
    later(Duration.ofMinutes(29));
    assertThat(schedule.run(PLENTY).jobsResent()).isZero();

    later(Duration.ofMinutes(1));
    schedule.run(PLENTY);
    assertThat(queue.ids()).containsExactly(lost);
  }

  @Test
  void aDelayedMessageIsNotLostBeforeItsTime() throws SQLException {
    job("saved_tracks", "pending", NOON.plus(Duration.ofMinutes(14)), NOON);
    later(Duration.ofMinutes(40));
    assertThat(schedule.run(PLENTY).jobsResent()).isZero();

    later(Duration.ofMinutes(4));
    assertThat(schedule.run(PLENTY).jobsResent()).isEqualTo(1);
  }

  @Test
  void aRunningJobWhoseWorkerDiedIsSentAgain() throws SQLException {
    var stalled = job("saved_tracks", "running", NOON, NOON);
    update("UPDATE sync_jobs SET lease_until = ? WHERE id = ?", NOON.plusSeconds(60), stalled);
    later(Duration.ofMinutes(29));
    assertThat(schedule.run(PLENTY).jobsResent()).as("SQS delivers it again by itself").isZero();

    later(Duration.ofMinutes(1));
    schedule.run(PLENTY);
    assertThat(queue.ids()).containsExactly(stalled);
  }

  @Test
  void whatHasEndedStaysEnded() throws SQLException {
    job("saved_tracks", "completed", NOON.minusSeconds(9999), null);
    job("saved_albums", "failed", NOON.minusSeconds(9999), null);
    later(Duration.ofDays(1));

    assertThat(schedule.run(PLENTY)).isEqualTo(new ScheduleReport(0, 0, 0, 0, 0, 0, 0, true));
  }

  @Test
  void aBlendWithoutAMessageIsSentAgain() throws SQLException {
    var refresh = refresh("pending", null, null);
    assertThat(schedule.run(PLENTY).blendsResent()).isZero();

    later(Duration.ofSeconds(30));
    assertThat(schedule.run(PLENTY).blendsResent()).isEqualTo(1);
    assertThat(queue.sent).containsExactly(new FakeQueue.Sent(QueueName.BLENDS, refresh));
    assertThat(schedule.run(PLENTY).blendsResent()).isZero();
  }

  @Test
  void aBlendWhoseWorkerDiedIsSentAgain() throws SQLException {
    refresh("running", NOON, NOON.plusSeconds(60));
    later(Duration.ofMinutes(30));

    assertThat(schedule.run(PLENTY).blendsResent()).isEqualTo(1);
  }

  @Test
  void aCrashBetweenRowAndMessageLosesNothing() throws SQLException {
    listing("saved_tracks", "", NOON);
    queue.dies = true;
    assertThatThrownBy(() -> schedule.run(PLENTY)).isInstanceOf(FakeQueue.SimulatedCrash.class);
    assertThat(text("SELECT count(*)::text FROM sync_jobs WHERE sent_at IS NULL")).isEqualTo("1");

    queue.dies = false;
    assertThat(schedule.run(PLENTY)).isEqualTo(new ScheduleReport(0, 0, 0, 0, 0, 0, 0, true));
    later(Duration.ofSeconds(30));
    assertThat(schedule.run(PLENTY)).isEqualTo(new ScheduleReport(0, 0, 1, 0, 0, 0, 0, true));
    assertThat(queue.ids()).hasSize(1);
  }

  @Test
  void aCrashWhileSendingAgainCostsTimeAndNoJob() throws SQLException {
    var silent = job("saved_tracks", "pending", NOON.minusSeconds(60), null);
    queue.dies = true;
    assertThatThrownBy(() -> schedule.run(PLENTY)).isInstanceOf(FakeQueue.SimulatedCrash.class);

    queue.dies = false;
    later(Duration.ofMinutes(30));
    schedule.run(PLENTY);
    assertThat(queue.ids()).containsExactly(silent);
  }

  @Test
  void whatTheQueueRefusesIsSentByTheNextRun() throws SQLException {
    var refused = job("saved_tracks", "pending", NOON.minusSeconds(60), null);
    var taken = job("saved_albums", "pending", NOON.minusSeconds(60), null);
    queue.refuses = refused::equals;
    assertThat(schedule.run(PLENTY).unsent()).isEqualTo(1);
    assertThat(queue.ids()).containsExactly(taken);

    queue.refuses = _ -> false;
    assertThat(schedule.run(PLENTY).jobsResent()).isEqualTo(1);
    assertThat(queue.ids()).containsExactlyInAnyOrder(taken, refused);
  }

  @Test
  void twoAtOnceShareTheWork() throws Exception {
    for (int i = 0; i < 60; i++) {
      listing("playlist_tracks", "playlist-" + i, NOON);
      job("saved_tracks", "key-" + i, "parked", NOON, null);
    }
    var started = atOnce(3, () -> context.getBean(Schedule.class).run(PLENTY));

    assertThat(started.stream().mapToInt(ScheduleReport::jobsStarted).sum()).isEqualTo(60);
    assertThat(started.stream().mapToInt(ScheduleReport::jobsResent).sum()).isEqualTo(60);
    assertThat(new HashSet<>(queue.ids())).hasSize(120);
    assertThat(queue.ids()).as("and nothing was sent twice").hasSize(120);
    assertThat(text("SELECT count(*)::text FROM sync_jobs")).isEqualTo("120");
  }

  @Test
  void withoutTimeItBeginsNothingAndSaysSo() throws SQLException {
    listing("saved_tracks", "", NOON);

    assertThat(schedule.run(() -> Duration.ofSeconds(10)))
        .isEqualTo(new ScheduleReport(0, 0, 0, 0, 0, 0, 0, false));
    assertThat(queue.sent).isEmpty();
  }

  @Test
  void theTasteSpaceIsAskedForOnceThereAreEnoughPeopleWhoConsent() throws SQLException {
    update(
        """
        INSERT INTO blends (id, name, created_by_user_id, algorithm_type, created_at, updated_at)
        VALUES (gen_random_uuid(), 'B', ?, 'balanced', ?, ?)
        """,
        user,
        NOON,
        NOON);
    for (int person = 0; person < 15; person++) {
      schedule.run(PLENTY);
      assertThat(queue.sent).isEmpty();
      consenting();
    }
    schedule.run(PLENTY);
    assertThat(queue.sent)
        .containsExactly(new FakeQueue.Sent(QueueName.SPACE, QueueName.EVERYBODY));
  }

  private void consenting() throws SQLException {
    var person = UUID.randomUUID();
    update(
        "INSERT INTO users (id, display_name, created_at, updated_at) VALUES (?, 'P', ?, ?)",
        person,
        NOON,
        NOON);
    update(
        """
        INSERT INTO taste.profiles (
          user_id, version, inputs, profile, artist_keys, recording_keys, genre_keys, built_at)
        VALUES (?, 1, '{}', '{}', '{}', '{}', '{}', ?)
        """,
        person,
        NOON);
    update(
        """
        INSERT INTO blend_participants (id, blend_id, user_id, status, joined_at)
        SELECT gen_random_uuid(), id, ?, 'accepted', ? FROM blends
        """,
        person,
        NOON);
    update(
        """
        INSERT INTO consents (user_id, blend_id, resources, granted, decided_at)
        SELECT ?, id, '{top_tracks}', true, ? FROM blends
        """,
        person,
        NOON);
  }

  @Test
  void theHandlerDoesAllThatAtAnEvent() throws SQLException {
    listing("saved_tracks", "", NOON);
    var handler = new SchedulerHandler(context);

    assertThat(handler.handleRequest(new ScheduledEvent(), null).jobsStarted()).isEqualTo(1);
  }

  private ApplicationContext context() {
    return ApplicationContext.builder()
        .properties(database.properties())
        .properties(java.util.Map.of("blendify.scheduler.batch", 10))
        .singletons((InstantSource) time::get, queue)
        .start();
  }

  private static <T> List<T> atOnce(int count, Callable<T> task) throws Exception {
    var start = new CountDownLatch(1);
    try (var pool = Executors.newFixedThreadPool(count)) {
      var running = new ArrayList<java.util.concurrent.Future<T>>();
      for (int i = 0; i < count; i++) {
        running.add(
            pool.submit(
                () -> {
                  start.await();
                  return task.call();
                }));
      }
      start.countDown();
      var results = new ArrayList<T>();
      for (var one : running) {
        results.add(one.get(30, TimeUnit.SECONDS));
      }
      return results;
    }
  }

  private void later(Duration duration) {
    time.updateAndGet(now -> now.plus(duration));
  }

  private void connect(String account) throws SQLException {
    user = UUID.randomUUID();
    connection = UUID.randomUUID();
    update(
        "INSERT INTO users (id, display_name, created_at, updated_at) VALUES (?, 'Anna', ?, ?)",
        user,
        NOON,
        NOON);
    update(
        """
        INSERT INTO provider_connections (id, user_id, provider, provider_user_id, status,
                                          consented_at, created_at, updated_at)
        VALUES (?, ?, 'spotify', ?, 'active', ?, ?, ?)
        """,
        connection,
        user,
        account,
        NOON,
        NOON,
        NOON);
  }

  private void listing(String resource, String key, Instant due) throws SQLException {
    update(
        """
        INSERT INTO provider_sync_status (connection_id, resource, list_key, user_id, provider,
                                          next_due_at, updated_at)
        VALUES (?, ?, ?, ?, 'spotify', ?, ?)
        """,
        connection,
        resource,
        key,
        user,
        due,
        NOON);
  }

  private UUID job(String resource, String status, Instant notBefore, Instant sentAt)
      throws SQLException {
    return job(resource, "", status, notBefore, sentAt);
  }

  private UUID job(String resource, String key, String status, Instant notBefore, Instant sentAt)
      throws SQLException {
    var id = UUID.randomUUID();
    update(
        """
        INSERT INTO sync_jobs (id, user_id, connection_id, provider, resource, list_key, trigger,
                               status, not_before, sent_at, created_at, updated_at)
        VALUES (?, ?, ?, 'spotify', ?, ?, 'schedule', ?, ?, CAST(? AS timestamptz), ?, ?)
        """,
        id,
        user,
        connection,
        resource,
        key,
        status,
        notBefore,
        sentAt,
        NOON,
        NOON);
    return id;
  }

  private UUID refresh(String status, Instant sentAt, Instant leaseUntil) throws SQLException {
    var blend = UUID.randomUUID();
    update(
        """
        INSERT INTO blends (id, name, created_by_user_id, algorithm_type, created_at, updated_at)
        VALUES (?, 'Ours', ?, 'balanced', ?, ?)
        """,
        blend,
        user,
        NOON,
        NOON);
    var id = UUID.randomUUID();
    update(
        """
        INSERT INTO blend_refreshes (id, blend_id, status, seed, sent_at, lease_until, requested_at)
        VALUES (?, ?, ?, 1, CAST(? AS timestamptz), CAST(? AS timestamptz), ?)
        """,
        id,
        blend,
        status,
        sentAt,
        leaseUntil,
        NOON);
    return id;
  }

  private void pause(Instant until) throws SQLException {
    update(
        """
        INSERT INTO provider_throttle (provider, not_before, reason, updated_at)
        VALUES ('spotify', ?, 'quota', ?)
        """,
        until,
        NOON);
  }

  private void update(String sql, Object... values) throws SQLException {
    try (var connection = database.asApp();
        var statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      statement.executeUpdate();
    }
  }

  private String text(String sql) throws SQLException {
    try (var connection = database.asApp();
        var statement = connection.prepareStatement(sql);
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      var value = values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i];
      statement.setObject(i + 1, value);
    }
  }
}
