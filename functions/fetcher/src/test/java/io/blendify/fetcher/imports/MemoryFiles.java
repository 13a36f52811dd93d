package io.blendify.fetcher.imports;

import io.blendify.core.file.FileStore;
import io.blendify.core.file.StoredFile;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Uploaded files in memory. What reading them sets off, a test may choose. */
@Singleton
@Replaces(FileStore.class)
@Requires(property = "imports.fakes")
final class MemoryFiles implements FileStore {

  final Map<String, byte[]> files = new HashMap<>();

  /** Runs before every read of a file's bytes. */
  Runnable onRead = () -> {};

  @Override
  public URI uploadUrl(String key, long size, Duration validity) {
    return URI.create("memory:" + key);
  }

  @Override
  public StoredFile find(String key, String name) {
    var bytes = files.get(key);
    return bytes == null ? null : new MemoryFile(name, bytes);
  }

  @Override
  public void delete(String key) {
    files.remove(key);
  }

  private final class MemoryFile implements StoredFile {

    private final String name;
    private final byte[] bytes;

    private MemoryFile(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new FilterInputStream(new ByteArrayInputStream(bytes)) {
        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          onRead.run();
          return super.read(buffer, offset, length);
        }
      };
    }
  }
}
