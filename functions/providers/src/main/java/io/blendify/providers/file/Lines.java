package io.blendify.providers.file;

import java.io.IOException;

/**
 * Goes through a part line by line; a line of any length takes no more memory than one entry may.
 */
final class Lines {

  /** Takes one line, without its end; from 1. */
  @FunctionalInterface
  interface Taker {
    void take(String line, long number) throws Skip, IOException;
  }

  private Lines() {}

  static void each(Part part, Findings findings, Taker taker) throws IOException {
    var in = new CharSource(part.text());
    var line = new StringBuilder();
    var more = true;
    while (more) {
      line.setLength(0);
      var number = in.line();
      int length = 0;
      int c = in.next();
      for (; c >= 0 && c != '\n'; c = in.next()) {
        if (length++ < part.maxRecordChars()) {
          line.append((char) c);
        }
      }
      more = c >= 0;
      take(part, findings, taker, line.toString(), number, length);
    }
  }

  private static void take(
      Part part, Findings findings, Taker taker, String line, long number, int length)
      throws IOException {
    try {
      if (length > line.length()) {
        throw new Skip(Skip.UNREADABLE);
      }
      if (!line.isBlank()) {
        taker.take(line.strip(), number);
      }
    } catch (Skip skip) {
      findings.skip(skip.reason(), Place.line(part, number));
    }
  }
}
