package io.blendify.local.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where the database, the uploads and the keys of a local installation are; one system at a time.
 */
public final class DataFolder implements AutoCloseable {

  private final Path root;
  private final boolean kept;
  private final boolean used;
  private final FileChannel lock;

  private DataFolder(Path root, boolean kept) {
    this.root = root;
    this.kept = kept;
    this.lock = lock(root);
    this.used = Files.exists(database());
  }

  /** A folder whose content stays for the next run. */
  public static DataFolder kept(Path root) {
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new LocalFault("cannot make the data folder " + root + ": " + e, e);
    }
    return new DataFolder(root.toAbsolutePath(), true);
  }

  /** A folder that is deleted on closing. */
  public static DataFolder temporary() {
    try {
      return new DataFolder(Files.createTempDirectory("blendify-"), false);
    } catch (IOException e) {
      throw new LocalFault("cannot make a temporary folder: " + e, e);
    }
  }

  private static FileChannel lock(Path root) {
    try {
      var channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isLocked(channel)) {
        return channel;
      }
      channel.close();
    } catch (IOException e) {
      throw new LocalFault("cannot write to the data folder " + root + ": " + e, e);
    }
    throw new LocalFault("another Blendify is running on the data folder " + root);
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  /** Whether an earlier run left its data here. */
  public boolean isUsed() {
    return used;
  }

  /** Whether the data is meant to outlive this run. */
  boolean isKept() {
    return kept;
  }

  /** What is told where a file of ours is not as we left it. */
  LocalFault damaged(Path file, String what, @Nullable Throwable cause) {
    return new LocalFault(
        "the data folder is damaged: %s %s; restore it, or choose another folder with --data"
            .formatted(root.relativize(file), what),
        cause);
  }

  Path database() {
    return root.resolve("postgresql");
  }

  Path uploads() {
    return root.resolve("uploads");
  }

  Path keys() {
    return root.resolve("keys.properties");
  }

  Path clock() {
    return root.resolve("clock.properties");
  }

  /** What the sandbox's people consented to. */
  Path grants() {
    return root.resolve("spotify-grants.json");
  }

  public Path log() {
    return root.resolve("blendify.log");
  }

  @Override
  public void close() {
    try (lock) {
      if (!kept) {
        delete();
      }
    } catch (IOException e) {
      System.err.println("left behind: " + root + " (" + e + ")");
    }
  }

  private void delete() throws IOException {
    try (var paths = Files.walk(root)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
