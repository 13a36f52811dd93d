package io.blendify.store.operations;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads how all syncs stand. Counts and oldest times, whatever the number of people. */
@Singleton
public class OperationsView {

  private static final Duration TWO_WEEKS = Duration.ofDays(14);

  private final JdbcOperations jdbc;

  OperationsView(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Every provider that somebody has connected. */
  @Transactional
  public List<ProviderState> providers(Instant now) {
    return jdbc.prepareStatement(
        """
        SELECT c.provider, c.connections, c.to_reconnect, c.disabled, c.consents_ending,
               t.not_before, t.reason,
               CASE WHEN t.spent_on = CAST(? AS date) THEN t.spent ELSE 0 END AS spent_today
        FROM (
          SELECT provider, count(*) FILTER (WHERE status = 'active') AS connections,
                 count(*) FILTER (WHERE status = 'reconnect_required') AS to_reconnect,
                 count(*) FILTER (WHERE status = 'disabled') AS disabled,
                 count(*) FILTER (WHERE status = 'active' AND consent_expires_at <= ?)
                   AS consents_ending
          FROM provider_connections
          GROUP BY provider) c
        LEFT JOIN provider_throttle t ON t.provider = c.provider
        ORDER BY c.provider
        """,
        statement -> {
          statement.setObject(1, now.atOffset(ZoneOffset.UTC).toLocalDate());
          statement.setObject(2, utc(now.plus(TWO_WEEKS)));
          return read(statement, OperationsView::provider);
        });
  }

  private static ProviderState provider(ResultSet row) throws SQLException {
    return new ProviderState(
        row.getString("provider"),
        row.getLong("connections"),
        row.getLong("to_reconnect"),
        row.getLong("disabled"),
        row.getLong("consents_ending"),
        instant(row, "not_before"),
        row.getString("reason"),
        row.getInt("spent_today"));
  }

  /** Jobs by state and cause: all that are open, and what failed since the given instant. */
  @Transactional
  public List<JobCount> jobs(Instant failedSince) {
    return jdbc.prepareStatement(
        """
        SELECT provider, resource, status, reason, count(*) AS jobs, min(created_at) AS oldest
        FROM (
          SELECT provider, resource, status, reason, created_at
          FROM sync_jobs
          WHERE status IN ('pending', 'running', 'parked')
          UNION ALL
          SELECT provider, resource, status, reason, created_at
          FROM sync_jobs
          WHERE status = 'failed' AND updated_at >= ? AND finished_at >= ?) j
        GROUP BY provider, resource, status, reason
        ORDER BY provider, status, jobs DESC, resource, reason
        """,
        statement -> {
          statement.setObject(1, utc(failedSince));
          statement.setObject(2, utc(failedSince));
          return read(
              statement,
              row ->
                  new JobCount(
                      row.getString("provider"),
                      row.getString("resource"),
                      row.getString("status"),
                      row.getString("reason"),
                      row.getLong("jobs"),
                      row.getObject("oldest", OffsetDateTime.class).toInstant()));
        });
  }

  /** Listings by why they are not current. */
  @Transactional
  public List<ListingCount> listings(Instant now) {
    return jdbc.prepareStatement(
        """
        SELECT provider, resource, reason, count(*) AS listings,
               count(*) FILTER (WHERE next_due_at <= ?) AS overdue,
               min(next_due_at) FILTER (WHERE next_due_at <= ?) AS oldest_due,
               count(gap_from) AS gaps
        FROM provider_sync_status
        GROUP BY provider, resource, reason
        ORDER BY provider, resource, reason NULLS FIRST
        """,
        statement -> {
          statement.setObject(1, utc(now));
          statement.setObject(2, utc(now));
          return read(
              statement,
              row ->
                  new ListingCount(
                      row.getString("provider"),
                      row.getString("resource"),
                      row.getString("reason"),
                      row.getLong("listings"),
                      row.getLong("overdue"),
                      instant(row, "oldest_due"),
                      row.getLong("gaps")));
        });
  }

  /** Open jobs that stumble, the oldest first. */
  @Transactional
  public List<StuckJob> stuck(int attempts, int limit) {
    return jdbc.prepareStatement(
        """
        SELECT id, provider, resource, status, attempts, error, created_at
        FROM sync_jobs
        WHERE status IN ('pending', 'running') AND attempts >= ?
        ORDER BY created_at, id
        LIMIT ?
        """,
        statement -> {
          statement.setInt(1, attempts);
          statement.setInt(2, limit);
          return read(
              statement,
              row ->
                  new StuckJob(
                      row.getObject("id", UUID.class),
                      row.getString("provider"),
                      row.getString("resource"),
                      row.getString("status"),
                      row.getInt("attempts"),
                      row.getString("error"),
                      row.getObject("created_at", OffsetDateTime.class).toInstant()));
        });
  }

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static <T> List<T> read(PreparedStatement statement, Row<T> row) throws SQLException {
    var found = new ArrayList<T>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(row.of(rows));
      }
    }
    return found;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
