package io.blendify.store.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * Seals secrets before they reach the database (AEAD, AES-256-GCM by Google Tink).
 *
 * <p>The key set is Tink's JSON form, from {@code blendify.token-keyset}. New secrets are sealed
 * with its primary key and read with whichever of its keys sealed them, so that keys are rotated by
 * adding one, making it primary, and removing the old one once nothing is sealed with it.
 */
@Singleton
public final class TokenCipher {

  private final Aead aead;

  /** Throws IllegalStateException, saying what to do, where there is no usable key set. */
  public TokenCipher(@Property(name = "blendify.token-keyset") @Nullable String keyset) {
    if (keyset == null || keyset.isBlank()) {
      throw new IllegalStateException(
          "BLENDIFY_TOKEN_KEYSET is not set: it must hold a Tink key set in JSON (AES256_GCM)");
    }
    try {
      AeadConfig.register();
      aead =
          TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
              .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException | RuntimeException _) {
      // The cause is not kept: a parser's message may quote what it could not parse.
      throw new IllegalStateException(
          "BLENDIFY_TOKEN_KEYSET is not a Tink key set in JSON for AEAD (AES256_GCM)");
    }
  }

  /** A new key set with one key, in the form that {@code blendify.token-keyset} takes. */
  public static String newKeyset() {
    try {
      AeadConfig.register();
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
          InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES256_GCM is not to be had in this Java", e);
    }
  }

  /** Seals a secret for this one place. */
  public byte[] seal(String secret, SecretPlace place) {
    try {
      return aead.encrypt(secret.getBytes(UTF_8), place.associatedData());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal " + place, e);
    }
  }

  /**
   * Opens what was sealed for this place.
   *
   * @throws IllegalStateException where it was sealed for another place or by a key not in the set
   */
  public String open(byte[] sealed, SecretPlace place) {
    try {
      return new String(aead.decrypt(sealed, place.associatedData()), UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "cannot open " + place + ": sealed for another place or by a key that is gone", e);
    }
  }
}
