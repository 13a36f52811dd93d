package io.blendify.core.blend;

import io.blendify.core.population.Neighbour;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What goes with what somebody likes, summed over all of it. */
final class Further {

  /** Beyond so many, nothing is expected to please. */
  static final int MOST = 200;

  private Further() {}

  /**
   * How much speaks for each thing that the person does not have.
   *
   * @param liked by key, in (0, 1]
   */
  static Map<String, Double> of(
      Map<String, Double> liked, Map<String, List<Neighbour>> neighbours) {
    Map<String, Double> sums = new HashMap<>();
    liked.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                neighbours
                    .getOrDefault(entry.getKey(), List.of())
                    .forEach(
                        neighbour ->
                            sums.merge(
                                neighbour.key(),
                                entry.getValue() * neighbour.weight(),
                                Double::sum)));
    sums.keySet().removeAll(liked.keySet());
    return sums;
  }

  /** The keys with most, of each person, together. */
  static TreeSet<String> strongest(List<Map<String, Double>> ofEach) {
    var all = new TreeSet<String>();
    for (var sums : ofEach) {
      sums.entrySet().stream()
          .sorted(
              Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(MOST)
          .forEach(entry -> all.add(entry.getKey()));
    }
    return all;
  }

  /** How much each weighs in the sum: the tenth thing says not much less than the first. */
  static Map<String, Double> liked(Likes likes, Vocabulary vocabulary) {
    double most = 0;
    for (double weight : likes.weights) {
      most = Math.max(most, weight);
    }
    Map<String, Double> liked = new HashMap<>();
    for (int i = 0; i < likes.size(); i++) {
      liked.put(vocabulary.key(likes.ids[i]), Math.sqrt(likes.weights[i] / most));
    }
    return liked;
  }
}
