package io.blendify.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * What is logged, in which form, and where to.
 *
 * <p>On Lambda the function's logging configuration decides, which Lambda tells by two variables:
 * {@code AWS_LAMBDA_LOG_FORMAT} and {@code AWS_LAMBDA_LOG_LEVEL}. Elsewhere lines are for people,
 * and go to standard error or to the file that the system property {@code blendify.log.file} names;
 * {@code blendify.log.level} sets the level.
 *
 * @param ours integers of {@link Level}: the least that is logged of our own; of libraries it is a
 *     warning, unless details were asked for
 * @param file null is standard output for JSON, standard error for people
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-advanced.html">Lambda's
 *     logging controls</a>
 */
record LogSettings(int ours, boolean json, @Nullable Path file) {

  private static final String OUR_ROOM = "io.blendify";
  private static final int OFF = Integer.MAX_VALUE;

  /** Read once, before there is a context that could be configured. */
  static LogSettings ofThisProcess() {
    var file = System.getProperty("blendify.log.file");
    return of(
        System.getProperty("blendify.log.level", System.getenv("AWS_LAMBDA_LOG_LEVEL")),
        System.getenv("AWS_LAMBDA_LOG_FORMAT"),
        file == null ? null : Path.of(file));
  }

  static LogSettings of(@Nullable String level, @Nullable String format, @Nullable Path file) {
    return new LogSettings(least(level), "JSON".equalsIgnoreCase(format), file);
  }

  int threshold(String logger) {
    boolean detailed = ours < Level.INFO.toInt();
    return detailed || logger.startsWith(OUR_ROOM) ? ours : Math.max(ours, Level.WARN.toInt());
  }

  LogSink sink() {
    var format = json ? new JsonFormat(Surroundings.ofThisProcess()) : new PlainFormat();
    if (file == null) {
      return new LogSink(format, json ? () -> System.out : () -> System.err);
    }
    var stream = open(file);
    return new LogSink(format, () -> stream);
  }

  private static OutputStream open(Path file) {
    try {
      return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot log to " + file, e);
    }
  }

  private static int least(@Nullable String level) {
    return switch (level == null ? "INFO" : level.toUpperCase(Locale.ROOT)) {
      case "OFF" -> OFF;
      case "TRACE" -> Level.TRACE.toInt();
      case "DEBUG" -> Level.DEBUG.toInt();
      case "WARN" -> Level.WARN.toInt();
      case "ERROR", "FATAL" -> Level.ERROR.toInt();
      default -> Level.INFO.toInt();
    };
  }
}
