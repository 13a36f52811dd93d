package io.blendify.watch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;

/** One logger for each name. */
final class Loggers implements ILoggerFactory {

  private final LogSettings settings;
  private final LogSink sink;
  private final Map<String, Logger> known = new ConcurrentHashMap<>();

  Loggers(LogSettings settings) {
    this.settings = settings;
    this.sink = settings.sink();
  }

  @Override
  public Logger getLogger(String name) {
    var logger = known.get(name);
    return logger == null ? known.computeIfAbsent(name, this::logger) : logger;
  }

  private Logger logger(String name) {
    return new LineLogger(name, settings.threshold(name), sink);
  }
}
