package io.blendify.store.blend;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Reads of {@code blend_tracks}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface BlendTracks extends GenericRepository<BlendTrack, UUID> {

  /**
   * What the blend sounds like now: the tracks of its newest result. None while it waits for people
   * or after somebody in it left.
   *
   * @param after the last position already read, 0 at first
   */
  @Query(
      """
      WITH newest AS (
        SELECT id, status FROM blend_refreshes
        WHERE blend_id = :blendId AND status IN ('completed', 'waiting', 'withdrawn')
        ORDER BY requested_at DESC, id DESC
        LIMIT 1
      )
      SELECT t.id, t.blend_id, t.refresh_id, t.track_id, t.track_name, t.artist_name, t.album_name,
             t.album_art_url, t.duration_ms, t.position, t.source_provider, t.source_user_id,
             t.similarity_score, CAST(t.blend_metadata AS text) AS blend_metadata, t.created_at
      FROM newest
      JOIN blend_tracks t ON t.refresh_id = newest.id
      WHERE newest.status = 'completed' AND t.position > :after
      ORDER BY t.position
      LIMIT :limit
      """)
  List<BlendTrack> current(UUID blendId, int after, int limit);
}
