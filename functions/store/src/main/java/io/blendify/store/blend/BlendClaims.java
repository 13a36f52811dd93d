package io.blendify.store.blend;

import io.blendify.store.SqlTime;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Who works on which refresh. A claim is a lease: whoever outlives it has lost it. */
@Singleton
public class BlendClaims {

  private final JdbcOperations jdbc;

  BlendClaims(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes a pending refresh, or a running one whose lease ran out. */
  @Transactional
  public Optional<BlendRequest> claim(UUID refresh, Instant now, Instant leaseUntil) {
    return jdbc.prepareStatement(
        """
        UPDATE blend_refreshes r
        SET status = 'running', lease_until = ?, attempts = attempts + 1
        FROM blends b
        WHERE r.id = ? AND b.id = r.blend_id
          AND (r.status = 'pending' OR (r.status = 'running' AND r.lease_until <= ?))
        RETURNING r.id, r.blend_id, r.seed, r.attempts, b.algorithm_type,
                  b.algorithm_config::text AS algorithm_config, r.as_of
        """,
        statement -> {
          statement.setObject(1, leaseUntil.atOffset(ZoneOffset.UTC));
          statement.setObject(2, refresh);
          statement.setObject(3, now.atOffset(ZoneOffset.UTC));
          try (var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(request(rows)) : Optional.empty();
          }
        });
  }

  private static BlendRequest request(ResultSet rows) throws SQLException {
    return new BlendRequest(
        rows.getObject("id", UUID.class),
        rows.getObject("blend_id", UUID.class),
        rows.getLong("seed"),
        rows.getInt("attempts"),
        rows.getString("algorithm_type"),
        rows.getString("algorithm_config"),
        SqlTime.get(rows, "as_of"));
  }

  /** Whether somebody else is at work on it. */
  @Transactional
  public boolean isRunning(UUID refresh) {
    return jdbc.prepareStatement(
        "SELECT EXISTS (SELECT FROM blend_refreshes WHERE id = ? AND status = 'running') AS running",
        statement -> {
          statement.setObject(1, refresh);
          try (var rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean("running");
          }
        });
  }

  /** Gives it back, to be tried again, or for good. */
  @Transactional
  public void giveBack(BlendRequest request, boolean forGood, String error, Instant now) {
    jdbc.prepareStatement(
        """
        UPDATE blend_refreshes
        SET status = ?, error = ?, lease_until = NULL, finished_at = ?
        WHERE id = ? AND status = 'running' AND attempts = ?
        """,
        statement -> {
          statement.setString(1, forGood ? "failed" : "pending");
          statement.setString(2, error);
          statement.setObject(3, forGood ? now.atOffset(ZoneOffset.UTC) : null);
          statement.setObject(4, request.id());
          statement.setInt(5, request.attempt());
          return statement.executeUpdate();
        });
  }
}
