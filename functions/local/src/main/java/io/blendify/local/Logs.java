package io.blendify.local;

import java.nio.file.Path;

/** Sends what the parts log to a file, so that the terminal belongs to the person at it. */
final class Logs {

  private Logs() {}

  /** Call it before anything logs: the logger reads its settings once. */
  static void to(Path file) {
    System.setProperty("blendify.log.file", file.toString());
  }
}
