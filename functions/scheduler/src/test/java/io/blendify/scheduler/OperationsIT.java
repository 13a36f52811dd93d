package io.blendify.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blendify.core.queue.DeadLetters;
import io.blendify.core.queue.QueueName;
import io.blendify.store.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationsIT {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /** Two queues, of which one gave something up. */
  private static final class FakeDeadLetters implements DeadLetters {
    final List<QueueName> redriven = new ArrayList<>();

    @Override
    public List<Backlog> backlogs() {
      return List.of(
          new Backlog(new QueueName("fetch-spotify"), 7, 2, 3),
          new Backlog(QueueName.TASTE, 1, 0, 0));
    }

    @Override
    public void redrive(QueueName queue) {
      redriven.add(queue);
    }
  }

  private final FakeDeadLetters deadLetters = new FakeDeadLetters();
  private TestDatabase database;
  private ApplicationContext context;

  @BeforeEach
  void start() throws SQLException {
    database = TestDatabase.fresh();
    context =
        ApplicationContext.builder()
            .properties(database.properties())
            .properties(Map.of("blendify.sync.daily-budget", "1000"))
            .singletons((InstantSource) () -> NOON, deadLetters)
            .start();
    for (int person = 0; person < 3; person++) {
      connect(person, person == 2 ? "reconnect_required" : "active");
    }
    execute(
        "INSERT INTO provider_throttle (provider, not_before, reason, spent_on, spent, updated_at)"
            + " VALUES ('spotify', '2026-03-01T20:00:00Z', 'throttled', '2026-03-01', 850, now())");
  }

  @AfterEach
  void stop() {
    context.close();
    database.close();
  }

  @Test
  void theReportCountsJobsByStateAndCauseAndSaysWhatWaitsLongest() throws IOException {
    var said = ask("{\"command\": \"report\"}");
    assertThat(said)
        .contains("\"daily_budget\":1000")
        .contains(
            "{\"provider\":\"spotify\",\"connections\":2,\"to_reconnect\":1,\"disabled\":0,"
                + "\"consents_ending\":1,\"paused_until\":\"2026-03-01T20:00:00Z\","
                + "\"pause_reason\":\"throttled\",\"spent_today\":850}")
        .contains("{\"name\":\"fetch-spotify\",\"waiting\":7,\"in_flight\":2,\"dead\":3}")
        .contains(
            "{\"provider\":\"spotify\",\"resource\":\"saved_tracks\",\"status\":\"parked\","
                + "\"reason\":\"throttled\",\"jobs\":3,\"oldest\":\"2026-03-01T09:00:00Z\"}")
        .contains(
            "{\"provider\":\"spotify\",\"resource\":\"playlists\",\"status\":\"failed\","
                + "\"reason\":\"unavailable\",\"jobs\":3,\"oldest\":\"2026-03-01T09:00:00Z\"}")
        .contains(
            "{\"provider\":\"spotify\",\"resource\":\"top_tracks\",\"reason\":\"budget\","
                + "\"listings\":3,\"overdue\":3,\"oldest_due\":\"2026-03-01T10:00:00Z\",\"gaps\":0}")
        .contains(
            "{\"provider\":\"spotify\",\"resource\":\"recently_played\","
                + "\"listings\":3,\"overdue\":1,\"oldest_due\":\"2026-03-01T11:00:00Z\",\"gaps\":2}")
        .contains("\"attempts\":5,\"error\":\"the disk is full\"")
        .doesNotContain("\"error\":\"503\"")
        .doesNotContain("\"error\":\"a first try\"")
        .doesNotContain("yesterday")
        .doesNotContain("\"reason\":\"gone\"")
        .doesNotContain("person");
  }

  @Test
  void aNewDayHasSpentNothingYet() throws IOException, SQLException {
    execute("UPDATE provider_throttle SET spent_on = '2026-02-28'");
    assertThat(ask("{\"command\": \"report\"}")).contains("\"spent_today\":0");
  }

  @Test
  void deadLettersArePutBackWhereThereAreSome() throws IOException {
    assertThat(ask("{\"command\": \"redrive\"}")).isEqualTo("{\"redriven\":[\"fetch-spotify\"]}");
    assertThat(deadLetters.redriven).containsExactly(new QueueName("fetch-spotify"));
  }

  @Test
  void whatIsNoCommandIsRefused() {
    assertThatThrownBy(() -> ask("{\"command\": \"drop\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("report or redrive");
  }

  private String ask(String command) throws IOException {
    var output = new ByteArrayOutputStream();
    new OperationsHandler(context)
        .handleRequest(
            new ByteArrayInputStream(command.getBytes(StandardCharsets.UTF_8)), output, null);
    return output.toString(StandardCharsets.UTF_8);
  }

  private void connect(int person, String status) throws SQLException {
    var user = new UUID(1, person);
    var connection = new UUID(2, person);
    var ending = person == 0 ? "2026-03-05T00:00:00Z" : "2026-08-01T00:00:00Z";
    execute(
        "INSERT INTO users (id, display_name, created_at, updated_at) VALUES ('%s', 'person', now(), now())"
            .formatted(user));
    execute(
        """
        INSERT INTO provider_connections (id, user_id, provider, provider_user_id, status,
          consented_at, consent_expires_at, created_at, updated_at)
        VALUES ('%s', '%s', 'spotify', 'account-%d', '%s', now(), '%s', now(), now())
        """
            .formatted(connection, user, person, status, ending));
    job(user, connection, "saved_tracks", "parked", "throttled", null, 1, null);
    job(user, connection, "saved_albums", "pending", null, "the disk is full", 5, null);
    job(user, connection, "followed_artists", "pending", null, "a first try", 2, null);
    job(user, connection, "playlists", "failed", "unavailable", "503", 8, "2026-03-01T11:00:00Z");
    job(user, connection, "playlists", "failed", "gone", "yesterday", 8, "2026-02-27T11:00:00Z");
    execute(
        """
        INSERT INTO provider_sync_status (connection_id, resource, list_key, user_id, provider,
          reason, next_due_at, updated_at)
        VALUES ('%s', 'top_tracks', 'short_term', '%s', 'spotify', 'budget',
          '2026-03-01T10:00:00Z', now())
        """
            .formatted(connection, user));
    execute(
        """
        INSERT INTO provider_sync_status (connection_id, resource, user_id, provider,
          next_due_at, gap_from, updated_at)
        VALUES ('%s', 'recently_played', '%s', 'spotify', '%s', %s, now())
        """
            .formatted(
                connection,
                user,
                person == 0 ? "2026-03-01T11:00:00Z" : "2026-03-01T12:00:01Z",
                person == 0 ? "NULL" : "'2026-02-01T11:00:00Z'"));
  }

  private void job(
      UUID user,
      UUID connection,
      String resource,
      String status,
      String reason,
      String error,
      int attempts,
      String finished)
      throws SQLException {
    execute(
        """
        INSERT INTO sync_jobs (id, user_id, connection_id, provider, resource, trigger, status,
          reason, error, attempts, not_before, created_at, finished_at, updated_at)
        VALUES (gen_random_uuid(), '%s', '%s', 'spotify', '%s', 'schedule', '%s', %s, %s, %d,
          now(), '2026-03-01T09:00:00Z', %s, now())
        """
            .formatted(
                user,
                connection,
                resource,
                status,
                quoted(reason),
                quoted(error),
                attempts,
                quoted(finished)));
  }

  private static String quoted(String text) {
    return text == null ? "NULL" : "'" + text + "'";
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.asApp();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
