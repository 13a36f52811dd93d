package io.blendify.api.imports;

import io.blendify.core.file.FileStore;
import io.blendify.core.file.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A file store in memory; refuses to delete when it is told to be down. */
public final class FakeFiles implements FileStore {

  public final Map<String, String> contents = new ConcurrentHashMap<>();
  private boolean down;

  public void down(boolean isDown) {
    down = isDown;
  }

  @Override
  public URI uploadUrl(String key, long size, Duration validity) {
    return URI.create("https://uploads.example/" + key);
  }

  @Override
  public @Nullable StoredFile find(String key, String name) {
    var content = contents.get(key);
    return content == null ? null : new InMemory(name, content.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void delete(String key) {
    if (down) {
      throw new IllegalStateException("the store is away");
    }
    contents.remove(key);
  }

  private record InMemory(String name, byte[] bytes) implements StoredFile {

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
