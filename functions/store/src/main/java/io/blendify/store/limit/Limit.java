package io.blendify.store.limit;

import java.time.Duration;

/**
 * So many attempts at once, and one more after each interval.
 *
 * @param name what is limited; the same subject has a count of its own under every name
 * @param burst at least 1
 * @param interval longer than zero
 */
public record Limit(String name, int burst, Duration interval) {

  public Limit {
    if (burst < 1 || !interval.isPositive()) {
      throw new IllegalArgumentException("the limit " + name + " would let nobody through");
    }
  }

  /** How far ahead of the clock somebody's attempts may run. */
  Duration lead() {
    return interval.multipliedBy(burst - 1L);
  }
}
