package io.blendify.store.connection;

import io.blendify.core.ProviderId;
import io.blendify.store.ProviderIdConverter;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the refresher sees it.
 *
 * @param tokenVersion one more with each change of the tokens
 */
@Introspected
@SuppressWarnings("ArrayRecordComponent") // sealed bytes, read once and never compared
record TokenRow(
    UUID id,
    UUID userId,
    @TypeDef(type = DataType.STRING, converter = ProviderIdConverter.class) ProviderId provider,
    byte @Nullable [] accessTokenEncrypted,
    byte @Nullable [] refreshTokenEncrypted,
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
