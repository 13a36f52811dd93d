package io.blendify.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Writes lines, each at once: Lambda takes every write for a line of its own. */
final class LogSink {

  private final LogFormat format;
  private final Supplier<? extends OutputStream> stream;

  LogSink(LogFormat format, Supplier<? extends OutputStream> stream) {
    this.format = format;
    this.stream = stream;
  }

  /** Where a line cannot be written there is nobody left to be told. */
  void write(LogEvent event) {
    var line = format.line(event).getBytes(StandardCharsets.UTF_8);
    var to = stream.get();
    synchronized (this) {
      try {
        to.write(line);
        to.flush();
      } catch (IOException _) {
        return;
      }
    }
  }
}
