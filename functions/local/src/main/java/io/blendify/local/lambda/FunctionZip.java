package io.blendify.local.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A function as it is deployed: {@code functions/<name>/target/<name>-function.zip}. */
public record FunctionZip(String function, Path repository) {

  /** All functions, by the names of their rooms. */
  public static final List<String> ALL =
      List.of("api", "scheduler", "fetcher", "blend", "migrate", "rotate");

  /** Throws IllegalStateException, saying what to do, where it is not built. */
  public Path path() {
    var path = repository.resolve("functions/%s/target/%1$s-function.zip".formatted(function));
    if (!Files.isRegularFile(path)) {
      throw new IllegalStateException(path + " is not there: mvn -DskipTests package makes it");
    }
    return path;
  }

  /** The class that the template names as its handler. */
  public String handler() {
    var name = function.substring(0, 1).toUpperCase(Locale.ROOT) + function.substring(1);
    return "io.blendify.%s.%sHandler".formatted(function, name);
  }

  /** Its name in infra/template.yaml. */
  public String logicalId() {
    return function.substring(0, 1).toUpperCase(Locale.ROOT) + function.substring(1) + "Function";
  }

  public List<? extends ZipEntry> entries() throws IOException {
    try (var zip = new ZipFile(path().toFile())) {
      return zip.stream().filter(entry -> !entry.isDirectory()).toList();
    }
  }

  /** Unpacks it as Lambda does, into {@code /var/task}. */
  public Path unpack(Path folder) throws IOException {
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
    return folder;
  }
}
