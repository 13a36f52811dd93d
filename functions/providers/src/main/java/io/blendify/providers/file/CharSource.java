package io.blendify.providers.file;

import java.io.IOException;
import java.io.Reader;

/** Characters one by one, with one step back, counting lines. */
final class CharSource {

  private final Reader reader;
  private final char[] buffer = new char[1 << 14];
  private int at;
  private int end;
  private long line = 1;

  CharSource(Reader reader) {
    this.reader = reader;
  }

  /** -1 at the end. */
  int next() throws IOException {
    if (at == end && !fill()) {
      return -1;
    }
    var c = buffer[at++];
    if (c == '\n') {
      line++;
    }
    return c;
  }

  /** Takes the last character back; once after each {@link #next()} that gave one. */
  void back() {
    at--;
    if (buffer[at] == '\n') {
      line--;
    }
  }

  /** From 1. */
  long line() {
    return line;
  }

  /** Keeps the last character, so that a step back stays possible. */
  private boolean fill() throws IOException {
    if (end > 0) {
      buffer[0] = buffer[end - 1];
    }
    var read = reader.read(buffer, 1, buffer.length - 1);
    at = 1;
    end = 1 + Math.max(0, read);
    return read > 0;
  }
}
