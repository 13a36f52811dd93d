package io.blendify.core.blend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How a member stands among the others of a group.
 *
 * @param together mean score with each of the others, 0 to 100
 * @param outlier whether that is far below what is usual in the group
 */
public record Standing(UUID userId, double together, boolean outlier) {

  /** With two people, neither is the odd one. */
  private static final int FEWEST = 3;

  /** So many deviations below the middle is far. */
  private static final double FAR = 3;

  /** Where all stand alike, small differences are none. */
  private static final double LEAST_DEVIATION = 3;

  /** From the median absolute deviation to the standard deviation of a normal distribution. */
  private static final double NORMAL = 1.4826;

  /**
   * Of everybody in these pairs, by user id; empty where fewer than three people were compared
   * pairwise. The median and the median absolute deviation (Hampel 1974) say what is usual: one odd
   * member does not move them.
   */
  public static List<Standing> of(List<PairScore> pairs) {
    Map<UUID, List<Double>> scores = new TreeMap<>();
    for (var pair : pairs) {
      scores.computeIfAbsent(pair.a(), _ -> new ArrayList<>()).add(pair.score());
      scores.computeIfAbsent(pair.b(), _ -> new ArrayList<>()).add(pair.score());
    }
    if (scores.size() < FEWEST) {
      return List.of();
    }
    var means = scores.values().stream().mapToDouble(Standing::mean).toArray();
    double middle = median(means);
    double deviation = median(Arrays.stream(means).map(mean -> Math.abs(mean - middle)).toArray());
    double far = middle - FAR * Math.max(LEAST_DEVIATION, NORMAL * deviation);
    return scores.entrySet().stream()
        .map(
            member -> {
              double mean = mean(member.getValue());
              return new Standing(member.getKey(), Rounding.toHundredths(mean), mean < far);
            })
        .toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
