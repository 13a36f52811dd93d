package io.blendify.store.taste;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** Reads taste profiles for the people whose they are. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface KnownTastes extends GenericRepository<KnownTaste, UUID> {

  /** The profile as it was built last; none before the first sync. */
  @Query(
      """
      SELECT user_id, CAST(profile AS text) AS profile, built_at
      FROM taste.profiles
      WHERE user_id = :userId
      """)
  Optional<KnownTaste> find(UUID userId);
}
