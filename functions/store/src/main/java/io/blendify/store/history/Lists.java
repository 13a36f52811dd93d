package io.blendify.store.history;

import io.blendify.core.sync.Resource;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Every statement on {@code history.lists}. */
@Singleton
public class Lists {

  private final JdbcOperations jdbc;

  Lists(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Appends the run's entries as the list's new version, if they differ from the newest one in an
   * item, its description, its place, or when and by whom it was added. Nothing is no version where
   * there is none yet.
   *
   * @param distinct whether an item stands in the list once: a page that shifted while it was read
   *     repeats items, and the first place counts
   * @param providerVersion the provider's name for this state; null where it has none
   */
  @Transactional
  public ListChange record(
      Run run,
      Resource list,
      String listKey,
      Entries entries,
      boolean distinct,
      @Nullable String providerVersion) {
    return jdbc.prepareStatement(
        """
        WITH numbered AS (
          SELECT place, item_id, version_id, since, added_by,
                 row_number() OVER (PARTITION BY item_id ORDER BY place) AS occurrence
          FROM sync_entries(?, ?, ?, ?, ?, ?, ?)
        ), version AS MATERIALIZED (
          SELECT
            coalesce(array_agg(version_id ORDER BY place), '{}') AS version_ids,
            CASE WHEN bool_or(since IS NOT NULL) THEN array_agg(since ORDER BY place) END AS added_at,
            CASE WHEN bool_or(added_by IS NOT NULL) THEN array_agg(added_by ORDER BY place) END
              AS added_by,
            sha256(convert_to(coalesce(string_agg(jsonb_build_array(
              version_id, (extract(epoch FROM since) * 1000000)::bigint, added_by)::text, ','
              ORDER BY place), ''), 'UTF8')) AS content_hash
          FROM numbered
          WHERE NOT ? OR item_id IS NULL OR occurrence = 1
        ), appended AS (
          INSERT INTO history.lists (
            user_id, provider, resource, list_key, version_ids, added_at, added_by,
            provider_version, content_hash, observed_at, job_id)
          SELECT ?, ?, ?, ?, version_ids, added_at, added_by, ?, content_hash, ?, ?
          FROM version
          WHERE content_hash <> COALESCE((
            SELECT l.content_hash
            FROM history.lists l
            WHERE l.user_id = ? AND l.resource = ? AND l.provider = ? AND l.list_key = ?
            ORDER BY l.observed_at DESC
            LIMIT 1), sha256(''))
          ON CONFLICT (user_id, resource, provider, list_key, observed_at) DO NOTHING
          RETURNING id
        )
        SELECT (SELECT count(*) FROM appended) = 1 AS appended,
               (SELECT cardinality(version_ids) FROM version) AS size
        """,
        statement -> {
          int next = entries.bind(statement, 1);
          statement.setBoolean(next++, distinct);
          statement.setObject(next++, run.userId());
          statement.setString(next++, run.provider().value());
          statement.setString(next++, list.label());
          statement.setString(next++, listKey);
          statement.setString(next++, providerVersion);
          statement.setObject(next++, run.observedAt().atOffset(ZoneOffset.UTC));
          statement.setObject(next++, run.jobId());
          statement.setObject(next++, run.userId());
          statement.setString(next++, list.label());
          statement.setString(next++, run.provider().value());
          statement.setString(next, listKey);
          try (var rows = statement.executeQuery()) {
            rows.next();
            return new ListChange(rows.getBoolean("appended"), rows.getInt("size"));
          }
        });
  }
}
