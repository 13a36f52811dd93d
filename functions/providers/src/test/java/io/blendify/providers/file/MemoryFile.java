package io.blendify.providers.file;

import io.blendify.core.file.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** An uploaded file in memory. */
record MemoryFile(String name, byte[] bytes) implements StoredFile {

  static MemoryFile text(String name, String text) {
    return new MemoryFile(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}
