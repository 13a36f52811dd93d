package io.blendify.core.blend;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Rounds so that the parts still add up to the whole: the method of largest remainders (Hare). */
final class Rounding {

  private Rounding() {}

  /** Hundredths, none negative, that add up to the given sum. No parts: no sum to reach. */
  static long[] upTo(long hundredths, double[] points) {
    var rounded = new long[points.length];
    long left = hundredths;
    for (int i = 0; i < points.length; i++) {
      rounded[i] = (long) Math.floor(100 * points[i]);
      left -= rounded[i];
    }
    var byRemainder =
        IntStream.range(0, points.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(
                        i -> 100 * points[i] - Math.floor(100 * points[i]))
                    .reversed()
                    .thenComparing(i -> i))
            .toList();
    for (int i = 0; left != 0 && !byRemainder.isEmpty(); i = (i + 1) % byRemainder.size()) {
      int place = byRemainder.get(i);
      long step = left > 0 ? 1 : rounded[place] > 0 ? -1 : 0;
      rounded[place] += step;
      left -= step;
    }
    return rounded;
  }

  static double toHundredths(double value) {
    return Math.round(100 * value) / 100.0;
  }
}
