package io.blendify.store.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What differs between one observation and the next, told from history alone. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Changes extends GenericRepository<Change, Instant> {

  /**
   * The changes of a span of time, newest first. What the first observation of a listing found is
   * where its history begins, and no change.
   *
   * @param since exclusive
   * @param until inclusive
   * @param resource null for all
   */
  @Query(
      """
      WITH versions AS (
        SELECT l.id, l.provider, l.resource, l.list_key, l.observed_at, l.version_ids, l.added_at,
               b.version_ids AS before_ids, b.added_at AS before_added_at
        FROM history.lists l
        CROSS JOIN LATERAL (
          SELECT p.version_ids, p.added_at
          FROM history.lists p
          WHERE p.user_id = l.user_id AND p.resource = l.resource AND p.provider = l.provider
            AND p.list_key = l.list_key AND p.observed_at < l.observed_at
          ORDER BY p.observed_at DESC, p.id DESC
          LIMIT 1
        ) AS b
        WHERE l.user_id = :userId AND l.observed_at > :since AND l.observed_at <= :until
          AND (CAST(:resource AS text) IS NULL OR l.resource = :resource)
      ), entries AS (
        SELECT v.id, e.place, e.version_id, e.added_at, i.item_id
        FROM versions v
        CROSS JOIN LATERAL unnest(v.version_ids, v.added_at)
          WITH ORDINALITY AS e (version_id, added_at, place)
        LEFT JOIN catalog.item_versions i ON i.id = e.version_id
      ), entries_before AS (
        SELECT v.id, e.place, e.version_id, e.added_at, i.item_id
        FROM versions v
        CROSS JOIN LATERAL unnest(v.before_ids, v.before_added_at)
          WITH ORDINALITY AS e (version_id, added_at, place)
        JOIN catalog.item_versions i ON i.id = e.version_id
      ), found AS (
        SELECT v.observed_at, v.provider, v.resource, v.list_key, 'came' AS change, n.version_id,
               n.place
        FROM versions v
        JOIN entries n ON n.id = v.id AND n.version_id IS NOT NULL
        WHERE NOT EXISTS (
          SELECT 1 FROM entries_before b WHERE b.id = v.id AND b.item_id = n.item_id)
        UNION ALL
        SELECT v.observed_at, v.provider, v.resource, v.list_key,
               CASE WHEN EXISTS (
                 SELECT 1 FROM entries n
                 WHERE n.id = v.id AND n.version_id IS NULL AND n.added_at = b.added_at
               ) THEN 'became_unavailable' ELSE 'left' END, b.version_id, b.place
        FROM versions v
        JOIN entries_before b ON b.id = v.id
        WHERE NOT EXISTS (SELECT 1 FROM entries n WHERE n.id = v.id AND n.item_id = b.item_id)
        UNION ALL
        SELECT m.observed_at, m.provider, m.resource, '',
               CASE m.action WHEN 'added' THEN 'came' WHEN 'removed' THEN 'left' ELSE 'changed' END,
               m.version_id, NULL
        FROM history.memberships m
        WHERE m.user_id = :userId AND m.observed_at > :since AND m.observed_at <= :until
          AND (CAST(:resource AS text) IS NULL OR m.resource = :resource)
          AND EXISTS (
            SELECT 1 FROM history.memberships f
            WHERE f.user_id = m.user_id AND f.resource = m.resource AND f.provider = m.provider
              AND f.observed_at < m.observed_at)
      )
      SELECT f.observed_at AS changed_at, f.provider, f.resource, f.list_key, f.change,
             i.kind AS item_kind, i.provider_item_id AS item_id, v.name AS item_name,
             v.artist_name, CAST(f.place AS integer) AS position
      FROM found f
      JOIN catalog.item_versions v ON v.id = f.version_id
      JOIN catalog.items i ON i.id = v.item_id
      ORDER BY f.observed_at DESC, f.resource, f.list_key, f.change, f.place, i.id
      LIMIT :limit OFFSET :offset
      """)
  List<Change> between(
      UUID userId, Instant since, Instant until, @Nullable String resource, int limit, int offset);
}
