package io.blendify.scheduler;

import java.time.Duration;

/** How long this invocation may still run. */
@FunctionalInterface
public interface TimeLeft {
  Duration left();
}
