package io.blendify.store.connection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.TreeSet;

/**
 * A Tink key set for AEAD. Its primary key seals, each of its keys opens. The last key that is not
 * primary waits for its turn: it is there for one rotation before anything is sealed with it, so
 * that everybody who reads knows it by then.
 */
public final class TokenKeyset {

  /** Tink's output prefix: this byte, then the key's id in four. */
  private static final int PREFIX = 5;

  private static final byte TINK = 1;

  private final KeysetHandle keys;
  private final Aead aead;

  private TokenKeyset(KeysetHandle keys) throws GeneralSecurityException {
    this.keys = keys;
    this.aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /** Throws IllegalArgumentException, which does not quote it, for what is no such key set. */
  public static TokenKeyset parse(String json) {
    try {
      AeadConfig.register();
      return new TokenKeyset(
          TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException | RuntimeException _) {
      // The cause is not kept: a parser's message may quote what it could not parse.
      throw new IllegalArgumentException("is not a Tink key set in JSON for AEAD (AES256_GCM)");
    }
  }

  /** One new key. */
  public static TokenKeyset fresh() {
    try {
      AeadConfig.register();
      return new TokenKeyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES256_GCM is not to be had in this Java", e);
    }
  }

  /**
   * The next key set: the key that waited becomes primary, a new one waits, and of the old ones
   * those stay that something may still be sealed with.
   *
   * @param used ids of keys that something is sealed with
   */
  public TokenKeyset rotated(Set<Integer> used) {
    try {
      var next = KeysetHandle.newBuilder(keys);
      var last = keys.size() - 1;
      if (!keys.getAt(last).isPrimary()) {
        next.getAt(last).makePrimary();
      }
      for (int i = last - 1; i >= 0; i--) {
        // The primary of today seals until everybody has the new key set.
        if (!keys.getAt(i).isPrimary() && !used.contains(keys.getAt(i).getId())) {
          next.deleteAt(i);
        }
      }
      next.addEntry(
          KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
              .withRandomId()
              .setStatus(KeyStatus.ENABLED));
      return new TokenKeyset(next.build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key set cannot be rotated", e);
    }
  }

  /** Whether a key waits for its turn. */
  public boolean hasWaiting() {
    return !keys.getAt(keys.size() - 1).isPrimary();
  }

  /** The key that seals. */
  public int primary() {
    return keys.getPrimary().getId();
  }

  public Set<Integer> ids() {
    var ids = new TreeSet<Integer>();
    for (int i = 0; i < keys.size(); i++) {
      ids.add(keys.getAt(i).getId());
    }
    return ids;
  }

  boolean has(int key) {
    return ids().contains(key);
  }

  /** The key that sealed this; what no key sealed has one that no key set has. */
  static int keyOf(byte[] sealed) {
    return sealed.length < PREFIX || sealed[0] != TINK ? 0 : ByteBuffer.wrap(sealed, 1, 4).getInt();
  }

  byte[] seal(byte[] secret, byte[] place) {
    try {
      return aead.encrypt(secret, place);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal", e);
    }
  }

  byte[] open(byte[] sealed, byte[] place) throws GeneralSecurityException {
    return aead.decrypt(sealed, place);
  }

  /** In Tink's JSON form, which holds the keys themselves. */
  public String text() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key set cannot be written", e);
    }
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return "TokenKeyset[" + primary() + " of " + ids() + "]";
  }
}
