package io.blendify.store.schedule;

import io.blendify.store.sync.SyncStatus;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;

/** Pauses of whole providers, as far as time ends them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Pauses extends GenericRepository<SyncStatus, UUID> {

  /** Wakes the providers whose pause is over; the answer is how many. */
  @Query(
      """
      UPDATE provider_throttle
      SET not_before = NULL, reason = NULL, updated_at = :now
      WHERE not_before <= :now
      """)
  int end(Instant now);
}
