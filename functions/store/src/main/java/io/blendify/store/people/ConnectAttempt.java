package io.blendify.store.people;

import io.blendify.core.ProviderId;
import io.blendify.store.connection.SecretPlace;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is at a provider's consent page.
 *
 * @param userId who wants to connect; null for who is not signed in
 * @param returnTo a path of ours
 */
@SuppressWarnings("ArrayRecordComponent") // sealed bytes, read once and never compared
public record ConnectAttempt(@Nullable UUID userId, byte[] codeVerifierEncrypted, String returnTo) {

  /** Where the sealed code verifier of this attempt belongs. */
  public static SecretPlace verifierPlace(byte[] stateHash, ProviderId provider) {
    return new SecretPlace(HexFormat.of().formatHex(stateHash), provider, "code_verifier");
  }

  @Override
  public String toString() {
    return "ConnectAttempt[" + userId + "]";
  }
}
