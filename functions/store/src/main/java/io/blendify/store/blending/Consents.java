package io.blendify.store.blending;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Statements on {@code consents}: rows are added, and the newest holds. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Consents extends GenericRepository<Blend, UUID> {

  @Query(
      """
      INSERT INTO consents (user_id, blend_id, resources, granted, decided_at)
      VALUES (:userId, :blendId, :resources, :granted, :now)
      """)
  int append(
      UUID userId,
      UUID blendId,
      @TypeDef(type = DataType.STRING_ARRAY) List<String> resources,
      boolean granted,
      Instant now);
}
