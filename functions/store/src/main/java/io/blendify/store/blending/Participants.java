package io.blendify.store.blending;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Statements on {@code blend_participants}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Participants extends GenericRepository<Blend, UUID> {

  /** Takes part, for the first time or again; 0 for who does already. */
  @Query(
      """
      INSERT INTO blend_participants (id, blend_id, user_id, status, joined_at)
      VALUES (:id, :blendId, :userId, 'accepted', :now)
      ON CONFLICT (blend_id, user_id) DO UPDATE SET status = 'accepted', joined_at = excluded.joined_at
      WHERE blend_participants.status = 'left'
      """)
  int join(UUID id, UUID blendId, UUID userId, Instant now);

  /** 0 for who does not take part. */
  @Query(
      """
      UPDATE blend_participants SET status = 'left'
      WHERE blend_id = :blendId AND user_id = :userId AND status = 'accepted'
      """)
  int leave(UUID blendId, UUID userId);

  /** 0 for who does not take part. */
  @Query(
      """
      UPDATE blend_participants SET weight = :weight
      WHERE blend_id = :blendId AND user_id = :userId AND status = 'accepted'
      """)
  int weigh(UUID blendId, UUID userId, double weight);

  @Query(
      """
      SELECT EXISTS (
        SELECT 1 FROM blend_participants
        WHERE blend_id = :blendId AND user_id = :userId AND status = 'accepted')
      """)
  boolean takesPart(UUID blendId, UUID userId);

  /** Who takes part, in the order in which they joined. */
  @Query(
      """
      SELECT p.user_id, u.display_name, u.avatar_url, p.weight, p.joined_at,
             COALESCE(c.resources, '{}') AS resources
      FROM blend_participants p
      JOIN users u ON u.id = p.user_id
      LEFT JOIN LATERAL (
        SELECT CASE WHEN granted THEN resources ELSE '{}' END AS resources FROM consents
        WHERE blend_id = p.blend_id AND user_id = p.user_id
        ORDER BY id DESC
        LIMIT 1) c ON true
      WHERE p.blend_id = :blendId AND p.status = 'accepted'
      ORDER BY p.joined_at, p.id
      """)
  List<Participant> findByBlend(UUID blendId);
}
