package io.blendify.store.connection;

import io.blendify.core.ProviderId;
import io.blendify.store.ProviderIdConverter;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code provider_connections}, all but those on its tokens. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Connections extends GenericRepository<Connection, UUID> {

  /** Everything that a person connected, in the order in which it was connected. */
  @Query(
      """
      SELECT id, user_id, provider, provider_user_id, provider_user_name, owner_id, scopes, status,
             status_detail, consented_at, consent_expires_at, created_at, updated_at
      FROM provider_connections
      WHERE user_id = :userId
      ORDER BY created_at, id
      """)
  List<Connection> findByUser(UUID userId);

  /** For workers, which act for nobody in particular. */
  @Query(
      """
      SELECT id, user_id, provider, provider_user_id, provider_user_name, owner_id, scopes, status,
             status_detail, consented_at, consent_expires_at, created_at, updated_at
      FROM provider_connections
      WHERE id = :id
      """)
  Optional<Connection> find(UUID id);

  /** For requests: a connection is found by its owner only. */
  @Query(
      """
      SELECT id, user_id, provider, provider_user_id, provider_user_name, owner_id, scopes, status,
             status_detail, consented_at, consent_expires_at, created_at, updated_at
      FROM provider_connections
      WHERE user_id = :userId AND provider = :provider
      """)
  Optional<Connection> find(
      UUID userId,
      @TypeDef(type = DataType.STRING, converter = ProviderIdConverter.class) ProviderId provider);

  /** Whose account this is; for signing in by connecting. */
  @Query(
      """
      SELECT id, user_id, provider, provider_user_id, provider_user_name, owner_id, scopes, status,
             status_detail, consented_at, consent_expires_at, created_at, updated_at
      FROM provider_connections
      WHERE provider = :provider AND provider_user_id = :providerUserId
      """)
  Optional<Connection> findByAccount(
      @TypeDef(type = DataType.STRING, converter = ProviderIdConverter.class) ProviderId provider,
      String providerUserId);

  /** Active connections whose consent ends in that time: their people must be told. */
  @Query(
      """
      SELECT id, user_id, provider, provider_user_id, provider_user_name, owner_id, scopes, status,
             status_detail, consented_at, consent_expires_at, created_at, updated_at
      FROM provider_connections
      WHERE status = 'active' AND consent_expires_at > :from AND consent_expires_at <= :until
      ORDER BY consent_expires_at, id
      LIMIT :limit
      """)
  List<Connection> findConsentEnding(Instant from, Instant until, int limit);

  /** The connection that uploaded files come through: made with a person's first file. */
  @Query(
      """
      INSERT INTO provider_connections (
        id, user_id, provider, provider_user_id, status, consented_at, created_at, updated_at)
      VALUES (:id, :userId, 'file', CAST(:userId AS text), 'active', :now, :now, :now)
      ON CONFLICT (user_id, provider) DO NOTHING
      """)
  int insertFile(UUID id, UUID userId, Instant now);

  /**
   * Disconnects: the provider's data of this person and the connection itself are gone afterwards.
   * Answers the tables that lost rows.
   */
  @Query("SELECT erased FROM erase_provider_data(:userId, :provider)")
  List<String> erase(
      UUID userId,
      @TypeDef(type = DataType.STRING, converter = ProviderIdConverter.class) ProviderId provider);
}
