package io.blendify.store.connection;

import io.blendify.core.ProviderId;
import io.blendify.store.ProviderIdConverter;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the refresher sees it.
 *
 * <p>On arrays Micronaut sees its own annotation only, and NullAway the other.
 *
 * @param tokenVersion one more with each change of the tokens
 */
@MappedEntity("provider_connections")
@SuppressWarnings("ArrayRecordComponent") // sealed bytes, read once and never compared
record TokenRow(
    @Id UUID id,
    UUID userId,
    @TypeDef(type = DataType.STRING, converter = ProviderIdConverter.class) ProviderId provider,
    @io.micronaut.core.annotation.Nullable byte @Nullable [] accessTokenEncrypted,
    @io.micronaut.core.annotation.Nullable byte @Nullable [] refreshTokenEncrypted,
    @Nullable Instant tokenExpiresAt,
    int tokenVersion,
    @TypeDef(type = DataType.STRING, converter = ConnectionStatus.Converter.class)
        ConnectionStatus status,
    @Nullable String statusDetail) {

  SecretPlace accessPlace() {
    return accessPlace(userId, provider);
  }

  SecretPlace refreshPlace() {
    return refreshPlace(userId, provider);
  }

  static SecretPlace accessPlace(UUID userId, ProviderId provider) {
    return new SecretPlace(userId.toString(), provider, "access_token");
  }

  static SecretPlace refreshPlace(UUID userId, ProviderId provider) {
    return new SecretPlace(userId.toString(), provider, "refresh_token");
  }

  @Override
  public String toString() {
    return "TokenRow[" + id + ", version " + tokenVersion + ", " + status.label() + "]";
  }
}
