package io.blendify.store.imports;

import io.blendify.store.SqlTime;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every statement on {@code doomed_uploads}, but the one that the database makes itself. */
@Singleton
class DoomedUploads {

  private final JdbcOperations jdbc;

  DoomedUploads(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** A file whose import was erased. */
  record Doomed(String objectKey, Instant announcedAt) {}

  /** Takes some that are due: nobody else takes them before {@code again}. */
  @Transactional
  List<Doomed> take(Instant now, Instant again, int limit) {
    return jdbc.prepareStatement(
        """
        UPDATE doomed_uploads
        SET next_at = ?
        WHERE object_key IN (
          SELECT object_key
          FROM doomed_uploads
          WHERE next_at <= ?
          ORDER BY next_at, object_key
          LIMIT ?
          FOR UPDATE SKIP LOCKED)
        RETURNING object_key, announced_at
        """,
        statement -> {
          SqlTime.set(statement, 1, again);
          SqlTime.set(statement, 2, now);
          statement.setInt(3, limit);
          var taken = new ArrayList<Doomed>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              var announced = rows.getTimestamp("announced_at").toInstant();
              taken.add(new Doomed(rows.getString("object_key"), announced));
            }
          }
          return taken;
        });
  }

  /** The store has forgotten it; somebody might upload it once more until then. */
  @Transactional
  void onceMore(String objectKey, Instant at) {
    jdbc.prepareStatement(
        "UPDATE doomed_uploads SET next_at = ? WHERE object_key = ?",
        statement -> {
          SqlTime.set(statement, 1, at);
          statement.setString(2, objectKey);
          return statement.executeUpdate();
        });
  }

  /** It is gone for good. */
  @Transactional
  void forget(String objectKey) {
    jdbc.prepareStatement(
        "DELETE FROM doomed_uploads WHERE object_key = ?",
        statement -> {
          statement.setString(1, objectKey);
          return statement.executeUpdate();
        });
  }
}
