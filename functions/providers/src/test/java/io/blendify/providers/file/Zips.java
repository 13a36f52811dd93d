package io.blendify.providers.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips made in memory. */
final class Zips {

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  static Zips with(String name, String text) {
    return new Zips().and(name, text);
  }

  Zips and(String name, String text) {
    return and(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Zips and(String name, byte[] bytes) {
    entries.put(name, bytes);
    return this;
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  MemoryFile file() {
    return new MemoryFile("export.zip", bytes());
  }
}
