package io.blendify.local.server;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * What Secrets Manager holds on AWS: made at the first start, kept in the data folder.
 *
 * @param tokenKeyset Tink keyset, JSON
 * @param sessionKey 32 random bytes, base64
 */
record Keys(String tokenKeyset, String sessionKey) {

  static Keys in(Path file) throws IOException, GeneralSecurityException {
    var kept = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        kept.load(reader);
      }
      return new Keys(kept.getProperty("token-keyset"), kept.getProperty("session-key"));
    }
    var made = new Keys(newKeyset(), newSessionKey());
    kept.setProperty("token-keyset", made.tokenKeyset());
    kept.setProperty("session-key", made.sessionKey());
    write(kept, file);
    return made;
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
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Keys[…]";
  }
}
