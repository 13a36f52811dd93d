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
      SELECT c.changed_at, c.provider, c.resource, NULLIF(c.list_key, '') AS list_key, c.change,
             i.kind AS item_kind, i.provider_item_id AS item_id, v.name AS item_name, v.artist_name,
             c.place AS position, c.place_before AS position_before
      FROM user_library_changes(:userId, :since, :until, CAST(:resource AS text)) c
      JOIN catalog.item_versions v ON v.id = c.version_id
      JOIN catalog.items i ON i.id = v.item_id
      ORDER BY c.changed_at DESC, c.resource, c.provider, c.list_key, c.change, c.place,
               c.place_before, i.id
      LIMIT :limit OFFSET :offset
      """)
  List<Change> between(
      UUID userId, Instant since, Instant until, @Nullable String resource, int limit, int offset);
}
