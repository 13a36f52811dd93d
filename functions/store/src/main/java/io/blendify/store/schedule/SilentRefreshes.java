package io.blendify.store.schedule;

import io.blendify.store.SqlTime;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Blends to be computed that nobody will wake; taken and given back as {@link SilentJobs} are. */
@Singleton
public class SilentRefreshes {

  private final JdbcOperations jdbc;

  SilentRefreshes(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes those whose message was never sent or is lost, and those whose worker died. */
  @Transactional
  public List<UUID> take(Silence silence, int limit) {
    return jdbc.prepareStatement(
        """
        UPDATE blend_refreshes
        SET sent_at = ?
        WHERE id IN (
          SELECT id
          FROM blend_refreshes
          WHERE (status = 'pending' AND sent_at IS NULL AND requested_at <= ?)
             OR (status = 'pending' AND sent_at <= ?)
             OR (status = 'running' AND lease_until <= ? AND (sent_at IS NULL OR sent_at <= ?))
          ORDER BY requested_at, id
          LIMIT ?
          FOR UPDATE SKIP LOCKED)
        RETURNING id
        """,
        statement -> {
          SqlTime.set(statement, 1, silence.now());
          SqlTime.set(statement, 2, silence.unsentBefore());
          SqlTime.set(statement, 3, silence.lostBefore());
          SqlTime.set(statement, 4, silence.unsentBefore());
          SqlTime.set(statement, 5, silence.lostBefore());
          statement.setInt(6, limit);
          var taken = new ArrayList<UUID>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              taken.add(rows.getObject("id", UUID.class));
            }
          }
          return taken;
        });
  }

  /** Gives back what was taken and could not be sent. */
  @Transactional
  public int giveBack(Collection<UUID> ids) {
    return Silence.again(jdbc, "UPDATE blend_refreshes SET sent_at = NULL WHERE id = ANY (?)", ids);
  }
}
