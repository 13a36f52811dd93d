package io.blendify.local.server;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/**
 * What Secrets Manager holds on AWS: made at the first start, kept in the data folder.
 *
 * @param tokenKeyset Tink keyset, JSON
 * @param sessionKey 32 random bytes, base64
 */
record Keys(String tokenKeyset, String sessionKey) {

  private static final int SESSION_KEY_BYTES = 32;

  /** The keys of the folder; made where there are none. */
  static Keys in(DataFolder folder) {
    var file = folder.keys();
    try {
      return Files.exists(file)
          ? read(file).orElseThrow(() -> folder.damaged(file, "holds no keys", null))
          : make(file);
    } catch (IOException | GeneralSecurityException e) {
      throw new LocalFault("cannot keep keys in " + file + ": " + e.getMessage(), e);
    }
  }

  private static Keys make(Path file) throws IOException, GeneralSecurityException {
    var made = new Keys(newKeyset(), newSessionKey());
    var kept = new Properties();
    kept.setProperty("token-keyset", made.tokenKeyset());
    kept.setProperty("session-key", made.sessionKey());
    write(kept, file);
    return made;
  }

  private static Optional<Keys> read(Path file) throws IOException {
    var kept = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      kept.load(reader);
      var keyset = kept.getProperty("token-keyset", "");
      var session = kept.getProperty("session-key", "");
      TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
      return Base64.getDecoder().decode(session).length < SESSION_KEY_BYTES
          ? Optional.empty()
          : Optional.of(new Keys(keyset, session));
    } catch (IllegalArgumentException | GeneralSecurityException | CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static void write(Properties kept, Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    try (var writer = Files.newBufferedWriter(file)) {
      kept.store(writer, "Secrets of this local installation");
    }
  }

  private static String newKeyset() throws GeneralSecurityException {
    AeadConfig.register();
    var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
  }

  private static String newSessionKey() {
    var bytes = new byte[SESSION_KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Keys[…]";
  }
}
