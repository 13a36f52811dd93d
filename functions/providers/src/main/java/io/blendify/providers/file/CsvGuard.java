package io.blendify.providers.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Passes CSV on and watches that no row grows without end: one quotation mark that is never closed
 * would make a parser take the rest of the file into memory.
 */
final class CsvGuard extends FilterReader {

  private enum State {
    FIELD_START,
    PLAIN,
    QUOTED,
    QUOTE_SEEN
  }

  private final String name;
  private final char delimiter;
  private final int maxChars;
  private State state = State.FIELD_START;
  private long line = 1;
  private long rowLine = 1;
  private int chars;

  CsvGuard(Reader in, String name, char delimiter, int maxChars) {
    super(in);
    this.name = name;
    this.delimiter = delimiter;
    this.maxChars = maxChars;
  }

  @Override
  public int read() throws IOException {
    var one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    var read = in.read(buffer, offset, length);
    for (int i = 0; i < read; i++) {
      watch(buffer[offset + i]);
    }
    return read;
  }

  /** The part stays open: its end is still to be read. */
  @Override
  public void close() {}

  private void watch(char c) throws Refusal {
    line += c == '\n' ? 1 : 0;
    if (c == '\n' && state != State.QUOTED) {
      chars = 0;
      rowLine = line;
    } else if (++chars > maxChars) {
      throw new Refusal(
          "damaged", name + ": the row that starts at line " + rowLine + " does not end.");
    }
    state = after(c);
  }

  private State after(char c) {
    if (state == State.QUOTED) {
      return c == '"' ? State.QUOTE_SEEN : State.QUOTED;
    }
    if (c == '"' && state != State.PLAIN) {
      return State.QUOTED;
    }
    return c == delimiter || c == '\n' || c == '\r' ? State.FIELD_START : State.PLAIN;
  }
}
