package io.blendify.bench.listening;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The file that is written: tab-separated, without a line of names. */
public final class Predictions implements Closeable {

  private final PrintWriter file;

  public Predictions(Path file) throws IOException {
    this.file = new PrintWriter(Files.newBufferedWriter(file));
  }

  void add(Object... columns) {
    file.print(Arrays.stream(columns).map(String::valueOf).collect(Collectors.joining("\t")));
    file.print('\n');
  }

  /** Throws where something could not be written. */
  @Override
  public void close() throws IOException {
    file.close();
    if (file.checkError()) {
      throw new IOException("the predictions could not be written whole");
    }
  }
}
