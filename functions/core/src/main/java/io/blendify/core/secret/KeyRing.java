package io.blendify.core.secret;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Keys that sign: the first one does, all of them are believed. As text they are base64, separated
 * by spaces; a single key is a ring too.
 *
 * <p>A key is on the ring for one rotation before it signs, so that everybody knows it by then, and
 * for one after, so that what it signed stays good for as long.
 */
public final class KeyRing {

  private static final int MIN_BYTES = 32;

  private final List<byte[]> keys;

  private KeyRing(List<byte[]> keys) {
    this.keys = keys;
  }

  /** Throws IllegalArgumentException, which does not quote it, for what is no ring. */
  public static KeyRing parse(String text) {
    var keys = new ArrayList<byte[]>();
    for (var key : text.strip().split("\\s+")) {
      keys.add(decoded(key));
    }
    return new KeyRing(List.copyOf(keys));
  }

  private static byte[] decoded(String text) {
    try {
      var bytes = Base64.getDecoder().decode(text);
      if (bytes.length >= MIN_BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException _) {
      // Answered below: what was given must not be repeated in a message.
    }
    throw new IllegalArgumentException(
        "must be base64 of at least 32 bytes, for example from: openssl rand -base64 32");
  }

  /**
   * The next ring: the key that waited signs, the one that signed is believed on, one more waits.
   */
  public KeyRing rotated(byte[] fresh) {
    var signs = keys.getFirst();
    if (keys.size() == 1) {
      return new KeyRing(List.of(signs, fresh));
    }
    return new KeyRing(List.of(keys.get(1), fresh, signs));
  }

  /** The keys themselves, the one that signs first. */
  public List<byte[]> keys() {
    return keys.stream().map(byte[]::clone).toList();
  }

  /** As it is stored. */
  public String text() {
    return String.join(" ", keys.stream().map(Base64.getEncoder()::encodeToString).toList());
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return "KeyRing[" + keys.size() + "]";
  }
}
