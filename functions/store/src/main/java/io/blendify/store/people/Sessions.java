package io.blendify.store.people;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;

/** Every statement on {@code sessions}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Sessions extends GenericRepository<SessionRow, UUID> {

  @Query(
      """
      INSERT INTO sessions (id, user_id, created_at, expires_at)
      VALUES (:id, :userId, :createdAt, :expiresAt)
      """)
  int insert(UUID id, UUID userId, Instant createdAt, Instant expiresAt);

  @Query(
      """
      SELECT EXISTS (
        SELECT 1 FROM sessions
        WHERE id = :id AND user_id = :userId AND revoked_at IS NULL AND expires_at > :now)
      """)
  boolean isLive(UUID id, UUID userId, Instant now);

  /** How many were live until now: 0 or 1. */
  @Query("UPDATE sessions SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
  int revoke(UUID id, Instant now);
}
