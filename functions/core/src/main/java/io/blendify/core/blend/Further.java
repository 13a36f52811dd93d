package io.blendify.core.blend;

import io.blendify.core.population.Neighbour;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What goes with what somebody likes, summed over all of it. */
final class Further {

  /** Beyond so many, nothing is expected to please. */
  static final int MOST = 200;

  /** So many of a person's things are asked what goes with them; the others say little. */
  private static final int SPEAKING = 500;

  private Further() {}

  /**
   * How much speaks for each thing that the person does not have.
   *
   * @param likes all that the person has
   */
  static Map<String, Double> of(
      Likes likes, Vocabulary vocabulary, Map<String, List<Neighbour>> neighbours) {
    Map<String, Double> sums = new HashMap<>();
    liked(likes, vocabulary)
        .forEach(
            (key, weight) ->
                neighbours
                    .getOrDefault(key, List.of())
                    .forEach(
                        neighbour ->
                            sums.merge(neighbour.key(), weight * neighbour.weight(), Double::sum)));
    for (int id : likes.ids) {
      sums.remove(vocabulary.key(id));
    }
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

  /**
   * What the person likes most, by key, and how much each weighs in the sum: the tenth thing says
   * not much less than the first.
   */
  static SortedMap<String, Double> liked(Likes likes, Vocabulary vocabulary) {
    double most = likes.greatest();
    var liked = new TreeMap<String, Double>();
    IntStream.range(0, likes.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(i -> likes.weights[i])
                .reversed()
                .thenComparing(i -> vocabulary.key(likes.ids[i])))
        .limit(SPEAKING)
        .forEach(i -> liked.put(vocabulary.key(likes.ids[i]), Math.sqrt(likes.weights[i] / most)));
    return liked;
  }
}
