package io.blendify.core.taste;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Weight of a place in a ranked list: the logarithmic discount of cumulated gain, 1 / log2(rank +
 * 1).
 *
 * <p>Logarithmic and not 1 / rank, so that place 40 of a top list still counts for something. After
 * Järvelin and Kekäläinen 2002, "Cumulated gain-based evaluation of IR techniques".
 */
final class RankWeight {

  private RankWeight() {}

  /** In (0, 1]: 1 for rank 1, less for every rank after it. Halves are ranks between two places. */
  static double of(double rank) {
    if (!(rank >= 1)) {
      throw new IllegalArgumentException("ranks start at 1, not " + rank);
    }
    return Math.log(2) / Math.log(rank + 1);
  }

  /**
   * Each key's weight by the place of its amount, greatest first; equal amounts share the middle of
   * their places. So only the order of amounts counts, and ten times as many plays change nothing.
   */
  static <K extends Comparable<K>> Map<K, Double> ofAmounts(Map<K, Long> amounts) {
    var sorted =
        amounts.entrySet().stream()
            .sorted(
                Map.Entry.<K, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    Map<K, Double> weights = new LinkedHashMap<>();
    for (int from = 0; from < sorted.size(); ) {
      int to = from;
      while (to < sorted.size() && sorted.get(to).getValue().equals(sorted.get(from).getValue())) {
        to++;
      }
      double weight = of((from + 1 + to) / 2.0);
      sorted.subList(from, to).forEach(entry -> weights.put(entry.getKey(), weight));
      from = to;
    }
    return weights;
  }
}
