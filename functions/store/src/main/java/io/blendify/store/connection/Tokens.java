package io.blendify.store.connection;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Statements on the tokens of {@code provider_connections}. What changes them names the version and
 * the lease that it worked under, and answers 0 where somebody else was faster.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Tokens extends GenericRepository<TokenRow, UUID> {

  @Query(
      """
      SELECT id, user_id, provider, access_token_encrypted, refresh_token_encrypted,
             token_expires_at, token_version, status, status_detail
      FROM provider_connections
      WHERE id = :id
      """)
  Optional<TokenRow> find(UUID id);

  /** Takes the right to refresh, for so long. A lease that ran out is taken over. */
  @Query(
      """
      UPDATE provider_connections
      SET refresh_lease_until = :until
      WHERE id = :id AND token_version = :version AND status = 'active'
        AND (refresh_lease_until IS NULL OR refresh_lease_until <= :now)
      """)
  int lease(UUID id, int version, Instant until, Instant now);

  @Query(
      """
      UPDATE provider_connections
      SET refresh_lease_until = NULL
      WHERE id = :id AND token_version = :version AND refresh_lease_until = :lease
      """)
  int release(UUID id, int version, Instant lease);

  /** Keeps what a refresh brought. */
  @Query(
      """
      UPDATE provider_connections
      SET access_token_encrypted = :access,
          refresh_token_encrypted = :refresh,
          token_expires_at = :expiresAt,
          token_version = token_version + 1,
          refresh_lease_until = NULL,
          updated_at = :now
      WHERE id = :id AND token_version = :version AND refresh_lease_until = :lease
      """)
  int keep(
      UUID id,
      int version,
      Instant lease,
      byte[] access,
      byte[] refresh,
      Instant expiresAt,
      Instant now);

  /**
   * Consent is gone: drops the tokens, ends the connection's open jobs and says so at each of its
   * listings, in one statement.
   */
  @Query(
      """
      WITH target AS (
        SELECT id FROM provider_connections
        WHERE id = :id AND token_version = :version AND status = 'active'
        FOR UPDATE
      ), ended AS (
        UPDATE sync_jobs
        SET status = 'failed', reason = 'reconnect_required', error = :detail,
            lease_owner = NULL, lease_until = NULL, finished_at = :now, updated_at = :now
        FROM target
        WHERE connection_id = target.id AND sync_jobs.status IN ('pending', 'running', 'parked')
        RETURNING sync_jobs.id
      ), forgotten AS (
        DELETE FROM sync_pages USING ended WHERE job_id = ended.id
      ), marked AS (
        UPDATE provider_sync_status
        SET reason = 'reconnect_required', detail = :detail, updated_at = :now
        FROM target
        WHERE connection_id = target.id
      ), dropped AS (
        UPDATE provider_connections
        SET access_token_encrypted = NULL, refresh_token_encrypted = NULL, token_expires_at = NULL,
            token_version = token_version + 1, refresh_lease_until = NULL,
            status = 'reconnect_required', status_detail = :detail, updated_at = :now
        FROM target
        WHERE provider_connections.id = target.id
        RETURNING provider_connections.id
      )
      SELECT count(*) FROM dropped
      """)
  int drop(UUID id, int version, String detail, Instant now);
}
