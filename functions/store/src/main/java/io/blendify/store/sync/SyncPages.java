package io.blendify.store.sync;

import io.blendify.store.history.Entries;
import io.blendify.store.history.Entry;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Every statement on {@code sync_pages}: the entries of a run that did not fit into one invocation.
 */
@Singleton
final class SyncPages {

  private final JdbcOperations jdbc;

  SyncPages(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** One row, since the entries follow one another. */
  int add(UUID jobId, List<Entry> entries) {
    if (entries.isEmpty()) {
      return 0;
    }
    return jdbc.prepareStatement(
        """
        INSERT INTO sync_pages (
          job_id, place, item_ids, version_ids, sinces, added_bys, provider_versions)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        statement -> {
          statement.setObject(1, jobId);
          statement.setInt(2, entries.getFirst().place());
          new Entries(jobId, entries).bindThings(statement, 3);
          return statement.executeUpdate();
        });
  }

  /** How many entries of the run repeat an item of it. */
  int repeats(Entries entries) {
    return jdbc.prepareStatement(
        """
        SELECT count(item_id) - count(DISTINCT item_id) AS repeats
        FROM sync_entries(?, ?, ?, ?, ?, ?, ?)
        """,
        statement -> {
          entries.bind(statement, 1);
          try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt("repeats");
          }
        });
  }

  int delete(UUID jobId) {
    return jdbc.prepareStatement(
        "DELETE FROM sync_pages WHERE job_id = ?",
        statement -> {
          statement.setObject(1, jobId);
          return statement.executeUpdate();
        });
  }
}
