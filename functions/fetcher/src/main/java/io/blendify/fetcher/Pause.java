package io.blendify.fetcher;

import jakarta.inject.Singleton;
import java.time.Duration;

/** Waits for a moment, to keep the pace. Tests put something in its place that does not. */
@Singleton
class Pause {

  void of(Duration time) {
    if (time.isPositive()) {
      try {
        Thread.sleep(time);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while keeping the pace", e);
      }
    }
  }
}
