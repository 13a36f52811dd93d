package io.blendify.store.blend;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code blend_scores}: rows are added, and stay. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface BlendScores extends GenericRepository<BlendScore, UUID> {

  @Query(
      """
      INSERT INTO blend_scores (
        id, blend_id, refresh_id, score, interval_low, interval_high, details, engine_version,
        created_at)
      VALUES (gen_random_uuid(), :blendId, :refreshId, :score, :low, :high,
              CAST(:details AS jsonb), :engineVersion, :now)
      """)
  int insert(
      UUID blendId,
      UUID refreshId,
      double score,
      double low,
      double high,
      String details,
      int engineVersion,
      Instant now);

  /** The score of the newest result; none while the blend waits or after somebody in it left. */
  @Query(
      """
      WITH newest AS (
        SELECT id, status FROM blend_refreshes
        WHERE blend_id = :blendId AND status IN ('completed', 'waiting', 'withdrawn')
        ORDER BY requested_at DESC, id DESC
        LIMIT 1
      )
      SELECT s.id, s.blend_id, s.refresh_id, s.score, s.interval_low, s.interval_high,
             CAST(s.details AS text) AS details, s.engine_version, s.created_at
      FROM newest
      JOIN blend_scores s ON s.refresh_id = newest.id
      WHERE newest.status = 'completed'
      """)
  Optional<BlendScore> current(UUID blendId);

  /**
   * The score's history, newest first, without those in which somebody took part who left since.
   *
   * @param before only scores older than this, in the order of (created_at, id)
   */
  @Query(
      """
      SELECT s.id, s.blend_id, s.refresh_id, s.score, s.interval_low, s.interval_high,
             CAST(s.details AS text) AS details, s.engine_version, s.created_at
      FROM blend_scores s
      JOIN blend_refreshes r ON r.id = s.refresh_id AND r.status = 'completed'
      WHERE s.blend_id = :blendId AND (s.created_at, s.id) < (:before, :beforeId)
      ORDER BY s.created_at DESC, s.id DESC
      LIMIT :limit
      """)
  List<BlendScore> history(UUID blendId, Instant before, UUID beforeId, int limit);
}
