package io.blendify.local.server;

import io.blendify.core.file.FileStore;
import io.blendify.core.file.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the upload bucket is on AWS: a folder, with addresses that take one file once. */
final class Uploads implements FileStore {

  /** Where the HTTP front takes files. */
  static final String PATH = "/_local/uploads/";

  private final Path folder;
  private final URI publicUrl;
  private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

  /** Leave to upload one file of an exact size; in real time, not on the sandbox's clock. */
  private record Ticket(String key, long size, long until) {}

  Uploads(Path folder, URI publicUrl) {
    this.folder = folder;
    this.publicUrl = publicUrl;
  }

  @Override
  public URI uploadUrl(String key, long size, Duration validity) {
    var ticket = UUID.randomUUID().toString();
    tickets.put(ticket, new Ticket(key, size, System.nanoTime() + validity.toNanos()));
    return publicUrl.resolve(PATH + ticket);
  }

  /**
   * Takes the bytes; all of them or nothing.
   *
   * @return false where the address is unknown, used or too old, or the size is not the one agreed
   */
  boolean accept(String ticketId, InputStream bytes) throws IOException {
    var ticket = tickets.remove(ticketId);
    if (ticket == null || System.nanoTime() > ticket.until()) {
      return false;
    }
    Files.createDirectories(folder);
    var partial = Files.createTempFile(folder, "upload-", ".partial");
    try {
      if (copy(bytes, partial, ticket.size()) != ticket.size()) {
        return false;
      }
      Files.move(partial, path(ticket.key()), StandardCopyOption.REPLACE_EXISTING);
      return true;
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /** Stops one byte after the size that was agreed: more is as wrong as less. */
  private static long copy(InputStream bytes, Path target, long size) throws IOException {
    try (var out = Files.newOutputStream(target)) {
      var buffer = new byte[64 * 1024];
      long copied = 0;
      for (int read; copied <= size && (read = bytes.read(buffer)) >= 0; copied += read) {
        out.write(buffer, 0, read);
      }
      return copied;
    }
  }

  @Override
  public @Nullable StoredFile find(String key, String name) {
    var path = path(key);
    return Files.exists(path) ? new OnDisk(path, name) : null;
  }

  @Override
  public void delete(String key) {
    try {
      Files.deleteIfExists(path(key));
    } catch (IOException e) {
      throw new UncheckedIOException("upload " + key + " stays", e);
    }
  }

  private Path path(String key) {
    return folder.resolve(URLEncoder.encode(key, StandardCharsets.UTF_8));
  }

  private record OnDisk(Path path, String name) implements StoredFile {

    @Override
    public long size() {
      try {
        return Files.size(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }
}
