package io.blendify.bench;

import java.util.Locale;

/**
 * One figure as it was measured.
 *
 * @param name {@code blend.10}: the figure, and after a dot which of its cases
 * @param unit of both value and baseline: {@code ms}, {@code rows/s}, {@code bytes}
 * @param baseline what the bound speaks of, measured in the same run
 * @param ratio ours against the baseline as the bound is stated
 */
public record Measured(String name, double value, String unit, double baseline, double ratio) {

  /** A figure of which less is better, and its bound says how many times the baseline. */
  public static Measured times(String name, double value, String unit, double baseline) {
    return new Measured(name, value, unit, baseline, value / baseline);
  }

  /** One line of JSON. */
  String json() {
    return String.format(
        Locale.ROOT,
        "{\"name\":\"%s\",\"value\":%s,\"unit\":\"%s\",\"baseline\":%s,\"ratio\":%s}",
        name,
        number(value),
        unit,
        number(baseline),
        number(ratio));
  }

  /** Four significant digits are more than a measurement is good for. */
  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return "null";
    }
    return new java.math.BigDecimal(value)
        .round(new java.math.MathContext(4))
        .stripTrailingZeros()
        .toPlainString();
  }
}
