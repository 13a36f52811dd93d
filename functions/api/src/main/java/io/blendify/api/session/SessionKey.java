package io.blendify.api.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.blendify.core.secret.FixedSecret;
import io.blendify.core.secret.KeyRing;
import io.blendify.core.secret.Secret;
import io.blendify.core.secret.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret {@code blendify.session-key}, which signs what the API hands out and wants back
 * unchanged. A stranger's bad signature does not have it read anew: a key is known here long before
 * anything is signed with it ({@link KeyRing}).
 */
@Singleton
public final class SessionKey {

  private final Secret<KeyRing> ring;

  /** Throws SecretFault, saying what to do, where there is none. */
  @Inject
  SessionKey(Secrets secrets) {
    this.ring = secrets.of("blendify.session-key", KeyRing::parse);
  }

  private SessionKey(KeyRing ring) {
    this.ring = new FixedSecret<>(ring);
  }

  static SessionKey of(String text) {
    return new SessionKey(KeyRing.parse(text));
  }

  /** Reads the key where nobody has; throws SecretFault where there is none. */
  public void check() {
    ring.value();
  }

  /** The one that signs first, then all others that are believed. */
  List<byte[]> keys() {
    return ring.value().keys();
  }

  /** HMAC-SHA256 of a message, under a key of its own for each purpose. */
  public byte[] mac(String purpose, byte[] message) {
    return mac(ring.value().keys().getFirst(), purpose, message);
  }

  /**
   * Whether we made this for that purpose, lately.
   *
   * @param mac the first bytes of one, 16 or more
   */
  public boolean made(byte[] mac, String purpose, byte[] message) {
    if (mac.length < 16) {
      throw new IllegalArgumentException("so short a MAC proves nothing: " + mac.length);
    }
    boolean made = false;
    for (var key : ring.value().keys()) {
      var expected = Arrays.copyOf(mac(key, purpose, message), mac.length);
      made |= MessageDigest.isEqual(expected, mac);
    }
    return made;
  }

  private static byte[] mac(byte[] key, String purpose, byte[] message) {
    return hmac(hmac(key, purpose.getBytes(UTF_8)), message);
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
