package io.blendify.core.blend;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one member likes in one aspect: ids of a {@link Vocabulary}, ascending, and how much.
 *
 * <p>Arrays, not maps: a thousand members with two thousand things each fit into 40 MB.
 */
final class Likes {

  static final Likes NONE = of(Map.of());

  final int[] ids;
  final double[] weights;

  private Likes(int[] ids, double[] weights) {
    this.ids = ids;
    this.weights = weights;
  }

  /** Of weights in (0, 1]; zeros are left out. */
  static Likes of(Map<Integer, Double> weights) {
    var sorted = new TreeMap<>(weights);
    sorted.values().removeIf(weight -> weight <= 0);
    return new Likes(
        sorted.keySet().stream().mapToInt(Integer::intValue).toArray(),
        sorted.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The same under other numbers: {@code renumbered[old]} is the new one. */
  Likes renumbered(int[] renumbered) {
    Map<Integer, Double> weights = new TreeMap<>();
    for (int i = 0; i < ids.length; i++) {
      weights.put(renumbered[ids[i]], this.weights[i]);
    }
    return of(weights);
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
    return Arrays.stream(weights).max().orElse(0);
  }

  double total() {
    return Arrays.stream(weights).sum();
  }

  /** Of those that there are; 0 where there are none. */
  double mean() {
    return isEmpty() ? 0 : total() / size();
  }
}
