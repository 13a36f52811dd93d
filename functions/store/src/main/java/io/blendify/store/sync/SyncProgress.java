package io.blendify.store.sync;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Reads how the listings of a person stand. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface SyncProgress extends GenericRepository<ListingProgress, UUID> {

  /** All listings of one person, those of one resource side by side. */
  @Query(
      """
      SELECT s.connection_id, s.provider, s.resource, s.list_key,
             c.status AS connection_status, c.status_detail AS connection_detail,
             c.consent_expires_at,
             s.last_complete_at, s.next_due_at, s.cooldown_until, t.not_before AS paused_until,
             s.reason, s.detail, s.items, s.gap_from, s.gap_until, j.id AS job_id,
             j.status AS job_status, j.reason AS job_reason, j.items_done, j.items_total,
             j.not_before
      FROM provider_sync_status s
      JOIN provider_connections c ON c.id = s.connection_id
      LEFT JOIN provider_throttle t ON t.provider = s.provider
      LEFT JOIN sync_jobs j ON j.connection_id = s.connection_id AND j.resource = s.resource
        AND j.list_key = s.list_key AND j.status IN ('pending', 'running', 'parked')
      WHERE s.user_id = :userId AND s.resource <> 'import'
      ORDER BY s.provider, s.resource, s.list_key, s.connection_id
      """)
  List<ListingProgress> ofUser(UUID userId);
}
