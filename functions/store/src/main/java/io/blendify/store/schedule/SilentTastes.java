package io.blendify.store.schedule;

import io.blendify.store.SqlArray;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Syncs that changed something and ended, while the queue refused the news or the worker died.
 * Taken as {@link SilentJobs} are; what could not be sent stays owed and is taken again later.
 */
@Singleton
public class SilentTastes {

  private final JdbcOperations jdbc;

  SilentTastes(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** A sync that ended, and whose taste it changed. */
  public record Owed(UUID jobId, UUID userId) {}

  /** Takes those that have waited for a while. */
  @Transactional
  public List<Owed> take(Silence silence, int limit) {
    return jdbc.prepareStatement(
        """
        UPDATE sync_jobs
        SET updated_at = ?
        WHERE id IN (
          SELECT id
          FROM sync_jobs
          WHERE jsonb_exists(parameters, 'taste') AND status IN ('completed', 'failed')
            AND updated_at <= ?
          ORDER BY updated_at, id
          LIMIT ?
          FOR UPDATE SKIP LOCKED)
        RETURNING id, user_id
        """,
        statement -> {
          statement.setObject(1, utc(silence.now()));
          statement.setObject(2, utc(silence.unsentBefore()));
          statement.setInt(3, limit);
          var taken = new ArrayList<Owed>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              var job = rows.getObject("id", UUID.class);
              taken.add(new Owed(job, rows.getObject("user_id", UUID.class)));
            }
          }
          return taken;
        });
  }

  /** Nothing is owed any more. */
  @Transactional
  public int told(Collection<UUID> jobIds) {
    if (jobIds.isEmpty()) {
      return 0;
    }
    return jdbc.prepareStatement(
        "UPDATE sync_jobs SET parameters = parameters - 'taste' WHERE id = ANY (?)",
        statement -> {
          SqlArray.uuid(statement, 1, List.copyOf(jobIds));
          return statement.executeUpdate();
        });
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
