package io.blendify.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where the database, the uploads and the keys of a local installation are. */
public final class DataFolder implements AutoCloseable {

  private final Path root;
  private final boolean kept;

  private DataFolder(Path root, boolean kept) {
    this.root = root;
    this.kept = kept;
  }

  /** A folder whose content stays for the next run. */
  public static DataFolder kept(Path root) {
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new LocalFault("cannot make the data folder " + root + ": " + e, e);
    }
    if (!Files.isWritable(root)) {
      throw new LocalFault("cannot write to the data folder " + root);
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

  public Path database() {
    return root.resolve("postgresql");
  }

  public Path uploads() {
    return root.resolve("uploads");
  }

  public Path keys() {
    return root.resolve("keys.properties");
  }

  public Path clock() {
    return root.resolve("clock.properties");
  }

  /** What the sandbox's people consented to. */
  public Path grants() {
    return root.resolve("spotify-grants.json");
  }

  public Path log() {
    return root.resolve("blendify.log");
  }

  @Override
  public void close() {
    if (kept) {
      return;
    }
    try (var paths = Files.walk(root)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      System.err.println("left behind: " + root + " (" + e + ")");
    }
  }
}
