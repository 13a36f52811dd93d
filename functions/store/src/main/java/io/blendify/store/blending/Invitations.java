package io.blendify.store.blending;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code invitations}. A token is known by its hash only. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Invitations extends GenericRepository<Blend, UUID> {

  @Query(
      """
      INSERT INTO invitations (
        id, blend_id, token_hash, created_by_user_id, created_at, expires_at)
      VALUES (:id, :blendId, :tokenHash, :userId, :now, :expiresAt)
      """)
  int insert(UUID id, UUID blendId, byte[] tokenHash, UUID userId, Instant now, Instant expiresAt);

  @Query(
      """
      SELECT i.id, i.blend_id, b.name AS blend_name, b.description AS blend_description,
             u.display_name AS invited_by,
             (SELECT CAST(count(*) AS integer) FROM blend_participants p
              WHERE p.blend_id = i.blend_id AND p.status = 'accepted') AS participants,
             i.created_at, i.expires_at, i.accepted_by_user_id, i.revoked_at
      FROM invitations i
      JOIN blends b ON b.id = i.blend_id
      JOIN users u ON u.id = i.created_by_user_id
      WHERE i.token_hash = :tokenHash
      """)
  Optional<Invitation> findByToken(byte[] tokenHash);

  /** Takes it: 0 where somebody was faster, it was revoked, or it ran out. */
  @Query(
      """
      UPDATE invitations SET accepted_by_user_id = :userId, accepted_at = :now
      WHERE id = :id AND accepted_by_user_id IS NULL AND revoked_at IS NULL AND expires_at > :now
      """)
  int accept(UUID id, UUID userId, Instant now);

  /**
   * A blend's invitations, newest first.
   *
   * @param before only those older than this, in the order of (created_at, id)
   */
  @Query(
      """
      SELECT id, created_by_user_id, created_at, expires_at, accepted_by_user_id, accepted_at,
             revoked_at
      FROM invitations
      WHERE blend_id = :blendId AND (created_at, id) < (:before, :beforeId)
      ORDER BY created_at DESC, id DESC
      LIMIT :limit
      """)
  List<SentInvitation> findByBlend(UUID blendId, Instant before, UUID beforeId, int limit);

  /** One of this blend's. */
  @Query(
      """
      SELECT id, created_by_user_id, created_at, expires_at, accepted_by_user_id, accepted_at,
             revoked_at
      FROM invitations
      WHERE id = :id AND blend_id = :blendId
      """)
  Optional<SentInvitation> find(UUID id, UUID blendId);

  /** Takes it back; the first time counts. 0 where somebody accepted it, or it is not there. */
  @Query(
      """
      UPDATE invitations SET revoked_at = COALESCE(revoked_at, :now)
      WHERE id = :id AND blend_id = :blendId AND accepted_by_user_id IS NULL
      """)
  int revoke(UUID id, UUID blendId, Instant now);
}
