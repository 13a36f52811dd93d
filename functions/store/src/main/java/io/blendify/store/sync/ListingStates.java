package io.blendify.store.sync;

import io.blendify.core.ProviderId;
import io.blendify.core.sync.ListingKey;
import io.blendify.core.sync.ListingState;
import io.blendify.core.sync.Reason;
import io.blendify.core.sync.Resource;
import io.blendify.store.SqlArray;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads, from all tables that have a say, what decides whether listings may be synced. */
@Singleton
public class ListingStates {

  private final JdbcOperations jdbc;

  ListingStates(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** All listings of one person. */
  @Transactional
  public List<ListingState> ofUser(UUID userId) {
    return jdbc.prepareStatement(
        """
        SELECT s.connection_id, s.resource, s.list_key, s.user_id, s.provider,
               c.status AS connection_status, s.reason, s.cooldown_until,
               t.not_before AS paused_until, j.id AS open_job
        FROM provider_sync_status s
        JOIN provider_connections c ON c.id = s.connection_id
        LEFT JOIN provider_throttle t ON t.provider = s.provider
        LEFT JOIN sync_jobs j ON j.connection_id = s.connection_id AND j.resource = s.resource
          AND j.list_key = s.list_key AND j.status IN ('pending', 'running', 'parked')
        WHERE s.user_id = ? AND s.resource <> 'import'
        ORDER BY s.provider, s.resource, s.list_key, s.connection_id
        """,
        statement -> {
          statement.setObject(1, userId);
          return read(statement);
        });
  }

  /**
   * Listings that are due and free to be synced, the longest due first. They stay locked until the
   * transaction ends, and those that another worker has locked are passed over: two that run at
   * once share the work.
   *
   * @param from what was due before is not looked at: the work of one run is not begun anew with
   *     each of its batches
   */
  @Transactional
  public Due due(Instant from, Instant now, int limit) {
    return jdbc.prepareStatement(
        // NOT EXISTS, since of an outer join that finds nothing PostgreSQL expects that few rows
        // are left, and then it reads and sorts all that is due for each batch.
        """
        SELECT s.connection_id, s.resource, s.list_key, s.user_id, s.provider,
               c.status AS connection_status, s.reason, s.cooldown_until,
               CAST(NULL AS timestamptz) AS paused_until, CAST(NULL AS uuid) AS open_job,
               s.next_due_at
        FROM provider_sync_status s
        JOIN provider_connections c ON c.id = s.connection_id
        WHERE s.next_due_at >= ? AND s.next_due_at <= ? AND s.resource <> 'import'
          AND c.status = 'active'
          AND NOT EXISTS (
            SELECT FROM provider_throttle t WHERE t.provider = s.provider AND t.not_before > ?)
          AND NOT EXISTS (
            SELECT FROM sync_jobs j
            WHERE j.connection_id = s.connection_id AND j.resource = s.resource
              AND j.list_key = s.list_key AND j.status IN ('pending', 'running', 'parked'))
        ORDER BY s.next_due_at, s.connection_id, s.resource, s.list_key
        LIMIT ?
        FOR UPDATE OF s SKIP LOCKED
        """,
        statement -> {
          statement.setObject(1, from.atOffset(ZoneOffset.UTC));
          statement.setObject(2, now.atOffset(ZoneOffset.UTC));
          statement.setObject(3, now.atOffset(ZoneOffset.UTC));
          statement.setInt(4, limit);
          return due(statement, from);
        });
  }

  /**
   * Listings that are due.
   *
   * @param reached since when the last of them is
   */
  public record Due(List<ListingState> listings, Instant reached) {}

  private static Due due(PreparedStatement statement, Instant from) throws SQLException {
    var states = new ArrayList<ListingState>();
    var reached = from;
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        states.add(state(rows));
        reached = rows.getObject("next_due_at", OffsetDateTime.class).toInstant();
      }
    }
    return new Due(states, reached);
  }

  /** Puts off what a day's budget does not reach, and says so at each listing. */
  @Transactional
  public int putOff(Collection<ListingState> listings, Instant until, Instant now) {
    if (listings.isEmpty()) {
      return 0;
    }
    return jdbc.prepareStatement(
        """
        UPDATE provider_sync_status s
        SET reason = 'budget', detail = 'put off for want of calls', updated_at = ?,
            next_due_at = CAST(? AS timestamptz)
              + (hashtext(CAST(s.connection_id AS text)) & 16383) * interval '1 second'
        FROM unnest(?, ?, ?) AS w (connection_id, resource, list_key)
        WHERE s.connection_id = w.connection_id AND s.resource = w.resource
          AND s.list_key = w.list_key
        """,
        statement -> {
          statement.setObject(1, now.atOffset(ZoneOffset.UTC));
          statement.setObject(2, until.atOffset(ZoneOffset.UTC));
          SqlArray.uuid(statement, 3, listings.stream().map(l -> l.key().connectionId()).toList());
          SqlArray.text(
              statement, 4, listings.stream().map(l -> l.key().resource().label()).toList());
          SqlArray.text(statement, 5, listings.stream().map(l -> l.key().listKey()).toList());
          return statement.executeUpdate();
        });
  }

  /** Whether the person has accepted to be in a blend. */
  @Transactional
  public boolean sharesABlend(UUID userId) {
    return jdbc.prepareStatement(
        "SELECT EXISTS (SELECT FROM blend_participants"
            + " WHERE user_id = ? AND status = 'accepted') AS shares",
        statement -> {
          statement.setObject(1, userId);
          try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getBoolean("shares");
          }
        });
  }

  private static List<ListingState> read(PreparedStatement statement) throws SQLException {
    var states = new ArrayList<ListingState>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        states.add(state(rows));
      }
    }
    return states;
  }

  private static ListingState state(ResultSet row) throws SQLException {
    var key =
        new ListingKey(
            row.getObject("connection_id", UUID.class),
            Resource.of(row.getString("resource")),
            row.getString("list_key"));
    var connection = row.getString("connection_status");
    return new ListingState(
        key,
        row.getObject("user_id", UUID.class),
        new ProviderId(row.getString("provider")),
        connection.equals("active") ? null : Reason.of(connection),
        reason(row.getString("reason")),
        instant(row, "cooldown_until"),
        instant(row, "paused_until"),
        row.getObject("open_job", UUID.class));
  }

  private static @Nullable Reason reason(@Nullable String label) {
    return label == null ? null : Reason.of(label);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
