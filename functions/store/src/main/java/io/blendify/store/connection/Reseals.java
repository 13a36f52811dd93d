package io.blendify.store.connection;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements on {@code token_reseals}: how far each primary key has come. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Reseals extends GenericRepository<ResealRow, Integer> {

  @Query(
      """
      INSERT INTO token_reseals (key_id, seen_at, resealed) VALUES (:keyId, :now, 0)
      ON CONFLICT (key_id) DO NOTHING
      """)
  int begin(int keyId, Instant now);

  @Query(
      """
      SELECT key_id, seen_at, done_until, resealed, finished_at
      FROM token_reseals WHERE key_id = :keyId
      """)
  Optional<ResealRow> find(int keyId);

  /** A place of null begins anew. */
  @Query(
      """
      UPDATE token_reseals SET done_until = :doneUntil, resealed = resealed + :more
      WHERE key_id = :keyId
      """)
  int advance(int keyId, @Nullable UUID doneUntil, int more);

  @Query("UPDATE token_reseals SET finished_at = :now WHERE key_id = :keyId")
  int finish(int keyId, Instant now);
}
