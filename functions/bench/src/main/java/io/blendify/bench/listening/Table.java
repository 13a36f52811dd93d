package io.blendify.bench.listening;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads gzip'd tab-separated files that begin with a line of names. */
final class Table {

  private Table() {}

  /** The rows below the names; none where there is no such file. */
  static List<String[]> rows(Path folder, String name) {
    var file = folder.resolve(name + ".tsv.gz");
    if (!Files.exists(file)) {
      return List.of();
    }
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split("\t", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
