package io.blendify.core.watch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value of a metric.
 *
 * @param value finite, in the metric's unit
 * @param dimensions a value for each dimension of the metric, in their order
 */
public record Sample(Metric metric, double value, Map<String, String> dimensions) {

  public Sample {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(metric.label() + " cannot be " + value);
    }
    dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
  }
}
