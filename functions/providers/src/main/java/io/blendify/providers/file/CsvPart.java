package io.blendify.providers.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVParser;

/** Goes through the rows of a CSV part, counting those that are passed over. */
final class CsvPart {

  /** Takes one row. */
  @FunctionalInterface
  interface Taker {
    void take(CsvRow row) throws Skip;
  }

  private CsvPart() {}

  /**
   * @param headless whether the first line is a row and not the header
   */
  static void each(Part part, CsvHeader header, boolean headless, Findings findings, Taker taker)
      throws IOException {
    var text = new CsvGuard(part.text(), part.display(), header.delimiter(), part.maxRecordChars());
    try (var parser =
        CSVParser.builder().setReader(text).setFormat(CsvHeader.format(header.delimiter())).get()) {
      long line = 1;
      var first = !headless;
      for (var fields : parser) {
        if (!first) {
          take(part, new CsvRow(header, fields), line, findings, taker);
        }
        first = false;
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void take(Part part, CsvRow row, long line, Findings findings, Taker taker) {
    try {
      if (row.fields().size() != row.header().names().size()) {
        throw new Skip(Skip.UNREADABLE);
      }
      taker.take(row);
    } catch (Skip skip) {
      findings.skip(skip.reason(), Place.line(part, line));
    }
  }
}
