package io.blendify.store.blending;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements on {@code blends}. Whoever asks finds only what they take part in. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Blends extends GenericRepository<Blend, UUID> {

  @Query(
      """
      INSERT INTO blends (
        id, name, description, created_by_user_id, algorithm_type, algorithm_config, created_at,
        updated_at)
      VALUES (:id, :name, CAST(:description AS text), :userId, :algorithmType,
              CAST(:algorithmConfig AS jsonb), :now, :now)
      """)
  int insert(
      UUID id,
      String name,
      @Nullable String description,
      UUID userId,
      String algorithmType,
      String algorithmConfig,
      Instant now);

  /** A blend that this person takes part in. */
  @Query(
      """
      SELECT b.id, b.name, b.description, b.created_by_user_id, b.algorithm_type,
             CAST(b.algorithm_config AS text) AS algorithm_config, b.total_tracks, b.created_at,
             b.updated_at
      FROM blends b
      JOIN blend_participants p ON p.blend_id = b.id AND p.status = 'accepted'
      WHERE b.id = :id AND p.user_id = :userId
      """)
  Optional<Blend> find(UUID id, UUID userId);

  /**
   * The blends that this person takes part in, newest first.
   *
   * @param before only those older than this, in the order of (created_at, id)
   */
  @Query(
      """
      SELECT b.id, b.name, b.description, b.created_by_user_id, b.algorithm_type,
             CAST(b.algorithm_config AS text) AS algorithm_config, b.total_tracks, b.created_at,
             b.updated_at
      FROM blends b
      JOIN blend_participants p ON p.blend_id = b.id AND p.status = 'accepted'
      WHERE p.user_id = :userId AND (b.created_at, b.id) < (:before, :beforeId)
      ORDER BY b.created_at DESC, b.id DESC
      LIMIT :limit
      """)
  List<Blend> findByParticipant(UUID userId, Instant before, UUID beforeId, int limit);

  /** All of a blend at once, by its creator; 0 for anybody else. */
  @Query(
      """
      UPDATE blends
      SET name = :name, description = CAST(:description AS text), algorithm_type = :algorithmType,
          algorithm_config = CAST(:algorithmConfig AS jsonb), updated_at = :now
      WHERE id = :id AND created_by_user_id = :userId
      """)
  int update(
      UUID id,
      UUID userId,
      String name,
      @Nullable String description,
      String algorithmType,
      String algorithmConfig,
      Instant now);

  /** To whoever joined first after the one who goes; 0 where nobody else takes part. */
  @Query(
      """
      UPDATE blends
      SET created_by_user_id = heir.user_id, updated_at = :now
      FROM (SELECT user_id FROM blend_participants
            WHERE blend_id = :id AND status = 'accepted' AND user_id <> :userId
            ORDER BY joined_at, id
            LIMIT 1) AS heir
      WHERE blends.id = :id AND created_by_user_id = :userId
      """)
  int passOn(UUID id, UUID userId, Instant now);

  /** Erases the blend with all that was computed for it, by its creator. */
  @Query(
      """
      SELECT e.erased
      FROM blends b CROSS JOIN LATERAL erase_blend(b.id) AS e
      WHERE b.id = :id AND b.created_by_user_id = :userId
      """)
  List<String> erase(UUID id, UUID userId);
}
