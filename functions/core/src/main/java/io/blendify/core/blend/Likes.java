package io.blendify.core.blend;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What one member likes in one aspect: ids of a {@link Vocabulary}, ascending, and how much.
 *
 * <p>Arrays, not maps: a thousand members with two thousand things each fit into 40 MB.
 */
final class Likes {

  static final Likes NONE = new Likes(new int[0], new double[0]);

  final int[] ids;
  final double[] weights;
  private final double mean;
  private final double greatest;

  private Likes(int[] ids, double[] weights) {
    this.ids = ids;
    this.weights = weights;
    double total = 0;
    double most = 0;
    for (double weight : weights) {
      total += weight;
      most = Math.max(most, weight);
    }
    this.mean = weights.length == 0 ? 0 : total / weights.length;
    this.greatest = most;
  }

  /** Of weights in (0, 1]; zeros are left out. */
  static Likes of(Map<Integer, Double> weights) {
    var sorted = new TreeMap<>(weights);
    return of(
        sorted.keySet().stream().mapToInt(Integer::intValue).toArray(),
        sorted.values().stream().mapToDouble(Double::doubleValue).toArray(),
        weights.size());
  }

  /**
   * Of the first so many, in any order; of what comes twice the greater weight, and zeros are left
   * out.
   */
  static Likes of(int[] ids, double[] weights, int count) {
    var order = new long[count];
    for (int i = 0; i < count; i++) {
      order[i] = (long) ids[i] << 32 | i;
    }
    Arrays.sort(order);
    var sortedIds = new int[count];
    var sortedWeights = new double[count];
    int size = 0;
    for (long packed : order) {
      int id = (int) (packed >>> 32);
      double weight = weights[(int) packed];
      if (size > 0 && sortedIds[size - 1] == id) {
        sortedWeights[size - 1] = Math.max(sortedWeights[size - 1], weight);
      } else if (weight > 0) {
        sortedIds[size] = id;
        sortedWeights[size++] = weight;
      }
    }
    return new Likes(Arrays.copyOf(sortedIds, size), Arrays.copyOf(sortedWeights, size));
  }

  /**
   * Of the first so many, as they come: for a group that is not complete yet, whose numbers are not
   * final. {@link #renumbered} puts them in order; before, nothing can be looked up.
   */
  static Likes unordered(int[] ids, double[] weights, int count) {
    return new Likes(Arrays.copyOf(ids, count), Arrays.copyOf(weights, count));
  }

  /** The same under other numbers: {@code renumbered[old]} is the new one. */
  Likes renumbered(int[] renumbered) {
    var newIds = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      newIds[i] = renumbered[ids[i]];
    }
    return of(newIds, weights, ids.length);
  }

  int size() {
    return ids.length;
  }

  boolean isEmpty() {
    return ids.length == 0;
  }

  /** 0 for what the member does not have. */
  double weight(int id) {
    int place = Arrays.binarySearch(ids, id);
    return place < 0 ? 0 : weights[place];
  }

  /** The greatest of the weights; 0 where there are none. */
  double greatest() {
    return greatest;
  }

  /** Of those that there are; 0 where there are none. */
  double mean() {
    return mean;
  }

  /** Places of so many with the greatest weights, ascending; of equals the first. */
  int[] best(int count) {
    if (count >= weights.length) {
      return IntStream.range(0, weights.length).toArray();
    }
    var sorted = weights.clone();
    Arrays.sort(sorted);
    double least = count == 0 ? Double.POSITIVE_INFINITY : sorted[sorted.length - count];
    int above = sorted.length - count;
    while (above < sorted.length && sorted[above] == least) {
      above++;
    }
    int equals = count - (sorted.length - above);
    var best = new int[count];
    int size = 0;
    for (int place = 0; place < weights.length && size < count; place++) {
      if (weights[place] > least || (weights[place] == least && equals-- > 0)) {
        best[size++] = place;
      }
    }
    return best;
  }
}
