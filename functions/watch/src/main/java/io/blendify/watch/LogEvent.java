package io.blendify.watch;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * What one line tells.
 *
 * @param values given with the message; they come before marks of the same name
 * @param marks those of the trail
 */
record LogEvent(
    Instant time,
    Level level,
    String logger,
    String message,
    @Nullable Throwable error,
    Map<String, Object> values,
    Map<String, String> marks) {}
