package io.blendify.watch;

import io.blendify.core.watch.Trail;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/** Logs what reaches its threshold, with the trail of the thread that says it. */
final class LineLogger extends LegacyAbstractLogger implements LoggingEventAware {

  private static final long serialVersionUID = 1L;

  private final int threshold;
  private final transient LogSink sink;

  LineLogger(String name, int threshold, LogSink sink) {
    this.name = name;
    this.threshold = threshold;
    this.sink = sink;
  }

  @Override
  public boolean isTraceEnabled() {
    return isOn(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return isOn(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return isOn(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return isOn(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return isOn(Level.ERROR);
  }

  private boolean isOn(Level level) {
    return level.toInt() >= threshold;
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      @Nullable String pattern,
      Object @Nullable [] arguments,
      @Nullable Throwable error) {
    write(level, MessageFormatter.basicArrayFormat(pattern, arguments), error, Map.of());
  }

  /** Values that were given with the message are fields of the line. */
  @Override
  public void log(LoggingEvent event) {
    var values = new LinkedHashMap<String, Object>();
    if (event.getKeyValuePairs() != null) {
      event.getKeyValuePairs().forEach(pair -> put(values, pair));
    }
    var message = MessageFormatter.basicArrayFormat(event.getMessage(), event.getArgumentArray());
    write(event.getLevel(), message, event.getThrowable(), values);
  }

  private static void put(Map<String, Object> values, KeyValuePair pair) {
    if (pair.value != null) {
      values.put(pair.key, pair.value);
    }
  }

  private void write(
      Level level,
      @Nullable String message,
      @Nullable Throwable error,
      Map<String, Object> values) {
    var text = String.valueOf(message);
    var marks = Trail.here().marks();
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    sink.write(new LogEvent(now, level, name, text, error, values, marks));
  }
}
