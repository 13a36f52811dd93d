package io.blendify.store.people;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every statement on {@code users}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Users extends GenericRepository<UserRow, UUID> {

  /** Answers 0 where the e-mail address is taken. */
  @Query(
      """
      INSERT INTO users (
        id, email, display_name, password_hash, avatar_url, created_at, updated_at)
      VALUES (:id, CAST(:email AS text), :displayName, CAST(:passwordHash AS text),
              CAST(:avatarUrl AS text), :now, :now)
      ON CONFLICT (email) DO NOTHING
      """)
  int insert(
      UUID id,
      @Nullable String email,
      String displayName,
      @Nullable String passwordHash,
      @Nullable String avatarUrl,
      Instant now);

  @Query(
      """
      SELECT id, email, display_name, password_hash, avatar_url, created_at
      FROM users
      WHERE id = :id
      """)
  Optional<UserRow> find(UUID id);

  /** By the address in lower case. */
  @Query(
      """
      SELECT id, email, display_name, password_hash, avatar_url, created_at
      FROM users
      WHERE email = :email
      """)
  Optional<UserRow> findByEmail(String email);

  /** Erases a person with everything that is theirs; answers the tables that lost rows. */
  @Query("SELECT erased FROM erase_user(:id)")
  List<String> erase(UUID id);
}
