package io.blendify.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blendify.store.TestDatabase;
import io.blendify.store.operations.OperationsView;
import io.blendify.store.schedule.EndedJobs;
import io.blendify.store.schedule.EndedJobs.Forgotten;
import io.blendify.store.sync.SyncProgress;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndedJobsIT {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(7));
  private static final TimeLeft PLENTY = () -> Duration.ofMinutes(1);
  private static final UUID USER = new UUID(1, 1);
  private static final UUID CONNECTION = new UUID(2, 1);

  private final AtomicReference<Instant> time = new AtomicReference<>(NOON);
  private TestDatabase database;
  private ApplicationContext context;
  private Schedule schedule;

  @BeforeEach
  void start() throws SQLException {
    database = TestDatabase.fresh();
    context =
        ApplicationContext.builder()
            .properties(database.properties())
            .properties(Map.of("blendify.scheduler.batch", 10))
            .singletons((InstantSource) time::get, new FakeQueue())
            .start();
    schedule = context.getBean(Schedule.class);
    execute(
        """
        INSERT INTO users (id, display_name, created_at, updated_at)
        VALUES ('%s', 'Mira', '%s', '%s');
        INSERT INTO provider_connections (id, user_id, provider, provider_user_id, status,
          consented_at, created_at, updated_at)
        VALUES ('%s', '%s', 'spotify', 'mira', 'active', '%s', '%s', '%s')
        """
            .formatted(USER, NOON, NOON, CONNECTION, USER, NOON, NOON, NOON));
  }

  @AfterEach
  void stop() {
    context.close();
    database.close();
  }

  @Test
  void whatEndedAWeekAgoIsForgottenAndNothingElse() throws SQLException {
    ended("saved_tracks", "completed", LONG_AGO);
    ended("saved_tracks", "failed", LONG_AGO.minusSeconds(60));
    ended("top_tracks", "completed", LONG_AGO.plusSeconds(1));
    ended("playlists", "pending", LONG_AGO);
    ended("saved_albums", "parked", LONG_AGO);
    ended("followed_artists", "running", LONG_AGO);

    assertThat(schedule.run(PLENTY).jobsForgotten()).isEqualTo(2);
    assertThat(left()).isEqualTo("followed_artists playlists saved_albums top_tracks");
    assertThat(schedule.run(PLENTY).jobsForgotten()).isZero();
  }

  @Test
  void whatAPersonSeesDoesNotRestOnIt() throws SQLException {
    listing("saved_tracks", "NULL");
    listing("top_tracks", "'unavailable'");
    ended("saved_tracks", "completed", LONG_AGO);
    ended("top_tracks", "completed", LONG_AGO);
    ended("top_tracks", "failed", LONG_AGO);
    execute(
        "UPDATE provider_sync_status SET gap_from = '%s', gap_until = '%s', items = 7"
            .formatted(LONG_AGO, NOON));
    execute(
        """
        INSERT INTO imports (id, user_id, job_id, file_name, size_bytes, object_key, status, taken,
          added, created_at, finished_at, updated_at)
        SELECT gen_random_uuid(), user_id, id, 'f.zip', 1, 'imports/f', 'completed',
          '{"recently_played": 3}', '{"recently_played": 2}', created_at, finished_at, updated_at
        FROM sync_jobs WHERE resource = 'saved_tracks'
        """);
    var progress = context.getBean(SyncProgress.class);
    var view = context.getBean(OperationsView.class);
    var before = progress.ofUser(USER);
    var listings = view.listings(NOON);
    var imported =
        text("SELECT string_agg(file_name || status || taken || added, ' ') FROM imports");

    assertThat(schedule.run(PLENTY).jobsForgotten()).isEqualTo(2);
    assertThat(progress.ofUser(USER)).hasSize(2).isEqualTo(before);
    assertThat(view.listings(NOON)).isEqualTo(listings);
    assertThat(text("SELECT string_agg(file_name || status || taken || added, ' ') FROM imports"))
        .isEqualTo(imported);
  }

  @Test
  void theLastFailureStaysUntilItsListingIsCurrentAgain() throws SQLException {
    listing("saved_tracks", "'unavailable'");
    listing("playlists", "'gone'");
    ended("saved_tracks", "failed", LONG_AGO.minusSeconds(60));
    ended("saved_tracks", "failed", LONG_AGO);
    ended("playlists", "failed", LONG_AGO);

    assertThat(schedule.run(PLENTY).jobsForgotten()).isEqualTo(2);
    assertThat(left()).isEqualTo("saved_tracks");
    assertThat(schedule.run(PLENTY).jobsForgotten()).isZero();

    execute("UPDATE provider_sync_status SET reason = NULL");
    time.set(NOON.plus(Duration.ofDays(7)));
    assertThat(schedule.run(PLENTY).jobsForgotten()).isEqualTo(1);
    assertThat(left()).isNull();
  }

  @Test
  void failuresThatStayAreNotInTheWayOfWhatGoes() throws SQLException {
    for (int listing = 0; listing < 25; listing++) {
      listing("saved_tracks" + listing, "'unavailable'");
      ended("saved_tracks" + listing, "failed", LONG_AGO.minusSeconds(listing));
    }
    ended("top_tracks", "completed", LONG_AGO);

    assertThat(schedule.run(PLENTY).jobsForgotten()).isEqualTo(1);
    assertThat(text("SELECT count(*)::text FROM sync_jobs")).isEqualTo("25");
  }

  @Test
  void whatIsStillOwedIsNotForgotten() throws SQLException {
    ended("saved_tracks", "completed", LONG_AGO);
    execute("UPDATE sync_jobs SET parameters = '{\"taste\": true}'");
    assertThat(context.getBean(EndedJobs.class).forget(NOON, NOON, 10))
        .isEqualTo(new Forgotten(0, 0));
    assertThat(left()).isEqualTo("saved_tracks");
  }

  @Test
  void moreThanABatchGoesInOneRunAndNothingWithoutTime() throws SQLException {
    for (int job = 0; job < 35; job++) {
      ended("saved_tracks", "completed", LONG_AGO);
    }
    assertThat(schedule.run(() -> Duration.ofSeconds(10)).jobsForgotten()).isZero();
    assertThat(schedule.run(PLENTY).jobsForgotten()).isEqualTo(35);
  }

  @Test
  void twoAtOnceShareTheWork() throws Exception {
    for (int job = 0; job < 60; job++) {
      ended("saved_tracks", "completed", LONG_AGO);
    }
    Callable<Integer> run = () -> schedule.run(PLENTY).jobsForgotten();
    int forgotten = 0;
    try (var pool = Executors.newFixedThreadPool(2)) {
      for (var one : pool.invokeAll(List.of(run, run))) {
        forgotten += one.get();
      }
    }
    assertThat(forgotten).isEqualTo(60);
  }

  @Test
  void theFunctionsRoleCanDeleteJobsInNoOtherWay() throws SQLException {
    ended("saved_tracks", "pending", LONG_AGO);
    assertThatThrownBy(() -> execute("DELETE FROM sync_jobs"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
    execute("SELECT forgotten FROM forget_ended_jobs('infinity', now(), 1000)");
    assertThat(left()).isEqualTo("saved_tracks");
  }

  private void listing(String resource, String reason) throws SQLException {
    execute(
        """
        INSERT INTO provider_sync_status (connection_id, resource, user_id, provider, reason,
          last_complete_at, updated_at)
        VALUES ('%s', '%s', '%s', 'spotify', %s, '%s', '%s')
        """
            .formatted(CONNECTION, resource, USER, reason, LONG_AGO, LONG_AGO));
  }

  private void ended(String resource, String status, Instant at) throws SQLException {
    execute(
        """
        INSERT INTO sync_jobs (id, user_id, connection_id, provider, resource, trigger, status,
          not_before, sent_at, lease_until, created_at, finished_at, updated_at)
        VALUES (gen_random_uuid(), '%s', '%s', 'spotify', '%s', 'schedule', '%s', 'infinity',
          '%s', 'infinity', '%s', '%s', '%s')
        """
            .formatted(USER, CONNECTION, resource, status, at, at, at, at));
  }

  private String left() throws SQLException {
    return text("SELECT string_agg(resource, ' ' ORDER BY resource) FROM sync_jobs");
  }

  private String text(String sql) throws SQLException {
    try (var connection = database.asApp();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.asApp();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
