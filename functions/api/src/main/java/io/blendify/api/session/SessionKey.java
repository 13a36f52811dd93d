package io.blendify.api.session;

import io.blendify.api.ApiConfig;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that signs what the API hands out and wants back unchanged. */
@Singleton
public final class SessionKey {
  private static final int MIN_BYTES = 32;

  private final byte[] bytes;

  SessionKey(ApiConfig config) {
    this.bytes = decode(config.sessionKey() == null ? "" : config.sessionKey());
  }

  /** As Micronaut's signature wants it. */
  String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** HMAC-SHA256 of a message, under a key of its own for each purpose. */
  public byte[] mac(String purpose, byte[] message) {
    return hmac(hmac(bytes, purpose.getBytes(StandardCharsets.UTF_8)), message);
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

  private static byte[] decode(String text) {
    try {
      var bytes = Base64.getDecoder().decode(text.strip());
      if (bytes.length >= MIN_BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException _) {
      // Answered below: what was given must not be repeated in a message.
    }
    throw new ConfigurationException(
        "blendify.session-key (BLENDIFY_SESSION_KEY) must be base64 of at least 32 bytes, for"
            + " example from: openssl rand -base64 32");
  }
}
