package io.blendify.providers.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * The columns of a CSV file. Exporters write the same name in many ways, so a column is known by
 * its letters and digits alone: {@code Track Duration (ms)} is {@code trackdurationms}.
 *
 * @param names as the file writes them
 * @param columns by what they are known
 */
record CsvHeader(List<String> names, List<String> columns, char delimiter) {

  static final List<Character> DELIMITERS = List.of(',', ';', '\t');

  CsvHeader(List<String> names, char delimiter) {
    this(List.copyOf(names), names.stream().map(CsvHeader::column).toList(), delimiter);
  }

  /** What a line says with this delimiter. */
  static CsvHeader of(String line, char delimiter) {
    try (var parser = CSVParser.parse(line, format(delimiter))) {
      var records = parser.getRecords();
      return new CsvHeader(records.isEmpty() ? List.of() : records.getFirst().toList(), delimiter);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** Exporters quote as RFC 4180 says, and some do it badly: what can be read, is. */
  static CSVFormat format(char delimiter) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(delimiter)
        .setIgnoreEmptyLines(true)
        .setLenientEof(true)
        .setTrailingData(true)
        .get();
  }

  private static String column(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  boolean has(List<String> wanted) {
    return wanted.stream().anyMatch(columns::contains);
  }

  /** -1 where there is no such column. */
  int index(String column) {
    return columns.indexOf(column);
  }
}
