package io.blendify.store.blend;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Blends that wait for a person's first data. */
@Singleton
public class BlendWaits {

  private final JdbcOperations jdbc;

  BlendWaits(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The blends whose newest result was made without this participant, or not at all for that. Call
   * it once the participant's profile is committed: what is being written now without it is waited
   * for, and what is written later sees it.
   */
  @Transactional
  public List<UUID> waitingFor(UUID user) {
    awaitWriters(user);
    return jdbc.prepareStatement(
        """
        SELECT p.blend_id
        FROM blend_participants p
        JOIN LATERAL (
          SELECT waiting_for FROM blend_refreshes
          WHERE blend_id = p.blend_id AND as_of IS NULL
          ORDER BY requested_at DESC, id DESC
          LIMIT 1
        ) AS newest ON newest.waiting_for @> ARRAY[p.user_id]
        WHERE p.user_id = ? AND p.status = 'accepted'
        ORDER BY p.blend_id
        """,
        statement -> {
          statement.setObject(1, user);
          var all = new ArrayList<UUID>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              all.add(rows.getObject("blend_id", UUID.class));
            }
          }
          return all;
        });
  }

  /** Whoever writes a result holds its blend until it is committed. */
  private void awaitWriters(UUID user) {
    jdbc.prepareStatement(
        """
        SELECT b.id
        FROM blends b
        JOIN blend_participants p ON p.blend_id = b.id
        WHERE p.user_id = ? AND p.status = 'accepted'
        ORDER BY b.id
        FOR SHARE OF b
        """,
        statement -> {
          statement.setObject(1, user);
          return statement.execute();
        });
  }
}
