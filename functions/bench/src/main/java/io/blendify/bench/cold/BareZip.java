package io.blendify.bench.cold;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The baseline's package: its classes, AWS's event classes and the driver, and nothing else. */
final class BareZip {

  private static final List<Class<?>> OWN =
      List.of(
          BareApi.class,
          BareQueue.class,
          BareSchedule.class,
          BareMigrate.class,
          BareDatabase.class);

  private BareZip() {}

  /** Lays it out as {@code /var/task}. */
  static Path unpack(Path task) throws IOException {
    var lib = Files.createDirectories(task.resolve("lib"));
    try (var jar = new JarOutputStream(Files.newOutputStream(lib.resolve("bare.jar")))) {
      for (var type : OWN) {
        var name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (var code = type.getResourceAsStream("/" + name)) {
          code.transferTo(jar);
        }
        jar.closeEntry();
      }
    }
    copy(Context.class, lib);
    copy(SQSEvent.class, lib);
    copy(org.joda.time.DateTime.class, lib);
    copy(org.postgresql.Driver.class, lib);
    return task;
  }

  /** Adds what a migration needs: Flyway, with what it needs itself, and the migrations. */
  static void addFlyway(Path task, Path ours) throws IOException {
    try (var jars = Files.list(ours.resolve("lib"))) {
      for (var jar : jars.toList()) {
        var name = jar.getFileName().toString();
        if (name.matches("(flyway-|jackson-|gson-|store-).*")) {
          Files.copy(jar, task.resolve("lib").resolve(name));
        }
      }
    }
  }

  private static void copy(Class<?> type, Path lib) throws IOException {
    try {
      var jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      Files.copy(jar, lib.resolve(jar.getFileName()));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
