package io.blendify.local.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A function as it is deployed. */
record FunctionZip(String function) {

  static final List<String> ALL = List.of("api", "scheduler", "fetcher", "blend", "migrate");

  Path path() {
    var path = root().resolve("functions/%s/target/%s-function.zip".formatted(function, function));
    if (!Files.isRegularFile(path)) {
      throw new AssertionError(path + " is not there: mvn verify makes it before this test");
    }
    return path;
  }

  /** The repository: tests run in functions/local. */
  static Path root() {
    return Path.of("").toAbsolutePath().getParent().getParent();
  }

  static String event(String name) throws IOException {
    return Files.readString(root().resolve("infra/events/" + name + ".json"));
  }

  List<? extends ZipEntry> entries() throws IOException {
    try (var zip = new ZipFile(path().toFile())) {
      return zip.stream().filter(entry -> !entry.isDirectory()).toList();
    }
  }

  void unpack(Path folder) throws IOException {
    try (var zip = new ZipFile(path().toFile())) {
      for (var entry : zip.stream().toList()) {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("leaves its folder: " + entry.getName());
        }
        if (!entry.isDirectory()) {
          Files.createDirectories(target.getParent());
          try (var content = zip.getInputStream(entry)) {
            Files.copy(content, target);
          }
        }
      }
    }
  }
}
