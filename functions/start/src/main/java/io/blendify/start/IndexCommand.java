package io.blendify.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Puts an index into a function's zip, as {@code lib/beans.jar}: {@code IndexCommand ZIP INSTANT},
 * where all entries are stamped with the instant.
 */
public final class IndexCommand {

  private static final String MICRONAUT = "META-INF/micronaut/";
  private static final String JAVA = "META-INF/services/";

  private IndexCommand() {}

  public static void main(String[] arguments) throws Exception {
    var zip = Path.of(arguments[0]);
    var stamp = FileTime.from(Instant.parse(arguments[1]));
    var folder = Files.createTempDirectory("blendify-index-");
    try (var content = FileSystems.newFileSystem(zip)) {
      var jars = new ArrayList<Path>();
      try (var files = Files.list(content.getPath("lib"))) {
        for (var file : files.filter(one -> !one.endsWith("beans.jar")).sorted().toList()) {
          jars.add(Files.copy(file, folder.resolve(file.getFileName().toString())));
        }
      }
      var jar = content.getPath("lib", "beans.jar");
      Files.write(jar, jar(index(jars), stamp));
      Files.setLastModifiedTime(jar, stamp);
    } finally {
      delete(folder);
    }
  }

  /** Loads the package's own classes, by themselves. */
  private static String index(Iterable<Path> jars) throws Exception {
    var services = new TreeMap<String, Set<String>>();
    var urls = new ArrayList<URL>();
    for (var jar : jars) {
      read(jar, services);
      urls.add(jar.toUri().toURL());
    }
    var system = ClassLoader.getPlatformClassLoader();
    try (var loader = new URLClassLoader(urls.toArray(URL[]::new), system)) {
      Thread.currentThread().setContextClassLoader(loader);
      var writer = loader.loadClass(IndexWriter.class.getName()).getMethod("write", Map.class);
      return (String) writer.invoke(null, services);
    }
  }

  private static void read(Path path, Map<String, Set<String>> services) throws IOException {
    try (var jar = new JarFile(path.toFile())) {
      for (var entry : Collections.list(jar.entries())) {
        var name = entry.getName();
        if (entry.isDirectory()) {
          continue;
        }
        if (name.startsWith(MICRONAUT) && name.indexOf('/', MICRONAUT.length()) > 0) {
          var parts = name.substring(MICRONAUT.length()).split("/", 2);
          services.computeIfAbsent(parts[0], _ -> new TreeSet<>()).add(parts[1]);
        } else if (name.startsWith(JAVA)) {
          services
              .computeIfAbsent(name.substring(JAVA.length()), _ -> new TreeSet<>())
              .addAll(classes(new String(jar.getInputStream(entry).readAllBytes(), UTF_8)));
        }
      }
    }
  }

  /** The lines of a file as {@link java.util.ServiceLoader} reads it. */
  private static Set<String> classes(String file) {
    var classes = new TreeSet<String>();
    file.lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .forEach(classes::add);
    return classes;
  }

  private static byte[] jar(String index, FileTime stamp) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var jar = new JarOutputStream(bytes)) {
      var entry = new JarEntry(BeanIndex.PLACE);
      entry.setLastModifiedTime(stamp);
      jar.putNextEntry(entry);
      jar.write(index.getBytes(ISO_8859_1));
    }
    return bytes.toByteArray();
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
