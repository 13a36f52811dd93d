package io.blendify.store.connection;

import io.blendify.core.ProviderId;
import io.blendify.store.ProviderIdConverter;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One account of one person at one provider, without its tokens.
 *
 * @param providerUserId what identifies the account for good at the provider
 * @param ownerId how the provider's other answers name it (owner of a playlist, added by)
 * @param scopes what was granted, sorted
 * @param statusDetail why it is not active; for people and logs, without secrets
 * @param consentExpiresAt when the person must consent again, known beforehand; null where never
 */
@MappedEntity("provider_connections")
public record Connection(
    @Id UUID id,
    UUID userId,
    @TypeDef(type = DataType.STRING, converter = ProviderIdConverter.class) ProviderId provider,
    String providerUserId,
    @Nullable String providerUserName,
    @Nullable String ownerId,
    @TypeDef(type = DataType.STRING_ARRAY) List<String> scopes,
    @TypeDef(type = DataType.STRING, converter = ConnectionStatus.Converter.class)
        ConnectionStatus status,
    @Nullable String statusDetail,
    Instant consentedAt,
    @Nullable Instant consentExpiresAt,
    Instant createdAt,
    Instant updatedAt) {

  public Connection {
    scopes = List.copyOf(scopes);
  }
}
