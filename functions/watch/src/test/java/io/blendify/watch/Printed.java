package io.blendify.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;

/** Loggers whose lines a test reads. */
final class Printed {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Logger json(String name) {
    return logger(name, new JsonFormat(new Surroundings("blendify-fetcher", "7")));
  }

  Logger plain(String name) {
    return logger(name, new PlainFormat());
  }

  private Logger logger(String name, LogFormat format) {
    return new LineLogger(name, 0, new LogSink(format, () -> out));
  }

  String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  List<String> lines() {
    return text().lines().toList();
  }

  JsonNode only() {
    var lines = lines();
    if (lines.size() != 1) {
      throw new AssertionError("not one line: " + lines);
    }
    return read(lines.getFirst());
  }

  static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }
}
