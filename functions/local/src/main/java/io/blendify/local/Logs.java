package io.blendify.local;

import java.nio.file.Path;

/** Sends what the parts log to a file, so that the terminal belongs to the person at it. */
final class Logs {

  private Logs() {}

  /** Call it before anything logs: the logger reads its settings once. */
  static void to(Path file) {
    System.setProperty("org.slf4j.simpleLogger.logFile", file.toString());
    System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
    System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    System.setProperty("org.slf4j.simpleLogger.log.io.blendify", "info");
  }
}
