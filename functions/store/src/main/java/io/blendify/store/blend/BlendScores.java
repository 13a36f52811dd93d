package io.blendify.store.blend;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements on {@code blend_scores}: rows are added, and stay. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface BlendScores extends GenericRepository<BlendScore, UUID> {

  @Query(
      """
      INSERT INTO blend_scores (
        id, blend_id, refresh_id, score, interval_low, interval_high, details, engine_version,
        created_at, as_of)
      VALUES (gen_random_uuid(), :blendId, :refreshId, :score, :low, :high,
              CAST(:details AS jsonb), :engineVersion, :now, :asOf)
      """)
  int insert(
      UUID blendId,
      UUID refreshId,
      double score,
      double low,
      double high,
      String details,
      int engineVersion,
      Instant now,
      @Nullable Instant asOf);

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
             CAST(s.details AS text) AS details, s.engine_version, s.created_at, s.as_of
      FROM newest
      JOIN blend_scores s ON s.refresh_id = newest.id
      WHERE newest.status = 'completed'
      """)
  Optional<BlendScore> current(UUID blendId);

  /**
   * The score's history, newest first, without those in which somebody took part who left since;
   * one that was computed for a past moment stands at that moment.
   *
   * @param before only scores older than this, in the order of ({@link BlendScore#heldAt}, id)
   */
  @Query(
      """
      SELECT s.id, s.blend_id, s.refresh_id, s.score, s.interval_low, s.interval_high,
             CAST(s.details AS text) AS details, s.engine_version, s.created_at, s.as_of
      FROM blend_scores s
      JOIN blend_refreshes r ON r.id = s.refresh_id AND r.status IN ('completed', 'past')
      WHERE s.blend_id = :blendId
        AND (COALESCE(s.as_of, s.created_at), s.id) < (:before, :beforeId)
      ORDER BY COALESCE(s.as_of, s.created_at) DESC, s.id DESC
      LIMIT :limit
      """)
  List<BlendScore> history(UUID blendId, Instant before, UUID beforeId, int limit);
}
