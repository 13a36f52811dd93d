package io.blendify.store.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.blendify.core.secret.FixedSecret;
import io.blendify.core.secret.Secret;
import io.blendify.core.secret.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.time.Duration;

/**
 * Seals secrets before they reach the database (AEAD, AES-256-GCM by Google Tink).
 *
 * <p>The key set is Tink's JSON form, the secret {@code blendify.token-keyset}. New secrets are
 * sealed with its primary key and read with whichever of its keys sealed them; what was sealed by a
 * key that is not known here yet has the key set read anew.
 */
@Singleton
public final class TokenCipher {

  /** What an environment does not know yet it looks for at most so often. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private final Secret<TokenKeyset> keyset;

  /** Throws SecretFault, saying what to do, where there is no usable key set. */
  @Inject
  TokenCipher(Secrets secrets) {
    this(secrets.of("blendify.token-keyset", TokenKeyset::parse));
  }

  private TokenCipher(Secret<TokenKeyset> keyset) {
    this.keyset = keyset;
  }

  /** With a key set of one's own; throws IllegalArgumentException where it is none. */
  public static TokenCipher of(String keyset) {
    return new TokenCipher(new FixedSecret<>(TokenKeyset.parse(keyset)));
  }

  /** Reads the key set where nobody has; throws SecretFault where there is none. */
  public void check() {
    keyset.value();
  }

  /** A new key set with one key, in the form that {@code blendify.token-keyset} takes. */
  public static String newKeyset() {
    return TokenKeyset.fresh().text();
  }

  /** Seals a secret for this one place. */
  public byte[] seal(String secret, SecretPlace place) {
    return keyset.value().seal(secret.getBytes(UTF_8), place.associatedData());
  }

  /**
   * Opens what was sealed for this place.
   *
   * @throws IllegalStateException where it was sealed for another place or by a key not in the set
   */
  public String open(byte[] sealed, SecretPlace place) {
    var keys = keyset.value();
    if (!keys.has(TokenKeyset.keyOf(sealed))) {
      keys = keyset.renewed(LOOK_AGAIN);
    }
    try {
      return new String(keys.open(sealed, place.associatedData()), UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "cannot open " + place + ": sealed for another place or by a key that is gone", e);
    }
  }
}
