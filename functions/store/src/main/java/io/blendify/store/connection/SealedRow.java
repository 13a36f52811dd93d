package io.blendify.store.connection;

import io.blendify.core.ProviderId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection's tokens as they lie in the database.
 *
 * @param version one more with each change of the tokens
 */
@SuppressWarnings("ArrayRecordComponent") // sealed bytes, read once and never compared
record SealedRow(
    UUID id,
    UUID userId,
    ProviderId provider,
    byte @Nullable [] access,
    byte @Nullable [] refresh,
    int version) {

  SealedRow sealedAnew(byte @Nullable [] newAccess, byte @Nullable [] newRefresh) {
    return new SealedRow(id, userId, provider, newAccess, newRefresh, version);
  }

  @Override
  public String toString() {
    return "SealedRow[" + id + ", version " + version + "]";
  }
}
