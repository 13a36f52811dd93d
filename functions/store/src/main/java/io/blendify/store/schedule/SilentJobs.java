package io.blendify.store.schedule;

import io.blendify.core.ProviderId;
import io.blendify.store.SqlArray;
import io.blendify.store.SqlTime;
import io.blendify.store.sync.OutgoingJob;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Jobs that nobody will wake unless somebody sends a message. Whoever takes them counts as their
 * sender from then on, so that two that run at once take different ones; what could not be sent is
 * given back. A sender that dies in between costs time and no job: its messages count as lost
 * later.
 */
@Singleton
public class SilentJobs {

  private final JdbcOperations jdbc;

  SilentJobs(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes jobs that may run now: parked ones whose time has come, and waiting ones whose message
   * was never sent or is lost. Those of paused providers stay.
   */
  @Transactional
  public List<OutgoingJob> takeWaiting(Silence silence, int limit) {
    return jdbc.prepareStatement(
        """
        UPDATE sync_jobs
        SET sent_at = ?
        WHERE id IN (
          SELECT j.id
          FROM sync_jobs j
          WHERE j.status IN ('pending', 'parked') AND j.not_before <= ?
            AND ((j.sent_at IS NULL AND (j.status = 'parked' OR j.not_before <= ?))
              OR (j.sent_at <= ? AND j.not_before <= ?))
            AND NOT EXISTS (
              SELECT FROM provider_throttle t WHERE t.provider = j.provider AND t.not_before > ?)
          ORDER BY j.not_before, j.id
          LIMIT ?
          FOR UPDATE OF j SKIP LOCKED)
        RETURNING id, provider
        """,
        statement -> {
          SqlTime.set(statement, 1, silence.now());
          SqlTime.set(statement, 2, silence.now());
          SqlTime.set(statement, 3, silence.unsentBefore());
          SqlTime.set(statement, 4, silence.lostBefore());
          SqlTime.set(statement, 5, silence.lostBefore());
          SqlTime.set(statement, 6, silence.now());
          statement.setInt(7, limit);
          return taken(statement);
        });
  }

  /** Takes running jobs whose worker died and whose message did not come back. */
  @Transactional
  public List<OutgoingJob> takeStalled(Silence silence, int limit) {
    return jdbc.prepareStatement(
        """
        UPDATE sync_jobs
        SET sent_at = ?
        WHERE id IN (
          SELECT id
          FROM sync_jobs
          WHERE status = 'running' AND lease_until <= ? AND (sent_at IS NULL OR sent_at <= ?)
          ORDER BY lease_until, id
          LIMIT ?
          FOR UPDATE SKIP LOCKED)
        RETURNING id, provider
        """,
        statement -> {
          SqlTime.set(statement, 1, silence.now());
          SqlTime.set(statement, 2, silence.unsentBefore());
          SqlTime.set(statement, 3, silence.lostBefore());
          statement.setInt(4, limit);
          return taken(statement);
        });
  }

  /**
   * Notes that new jobs have their message. One that a worker has touched since is left alone: it
   * may be waiting again, for another message.
   */
  @Transactional
  public int sent(Collection<UUID> ids, Instant now) {
    if (ids.isEmpty()) {
      return 0;
    }
    return jdbc.prepareStatement(
        "UPDATE sync_jobs SET sent_at = ? WHERE id = ANY (?) AND started_at IS NULL",
        statement -> {
          SqlTime.set(statement, 1, now);
          SqlArray.uuid(statement, 2, List.copyOf(ids));
          return statement.executeUpdate();
        });
  }

  /** Gives back what was taken and could not be sent: it is silent again. */
  @Transactional
  public int giveBack(Collection<UUID> ids) {
    return Silence.again(jdbc, "UPDATE sync_jobs SET sent_at = NULL WHERE id = ANY (?)", ids);
  }

  private static List<OutgoingJob> taken(PreparedStatement statement) throws SQLException {
    var taken = new ArrayList<OutgoingJob>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        var provider = new ProviderId(rows.getString("provider"));
        taken.add(new OutgoingJob(rows.getObject("id", UUID.class), provider));
      }
    }
    return taken;
  }
}
