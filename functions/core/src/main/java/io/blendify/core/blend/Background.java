package io.blendify.core.blend;

import io.blendify.core.population.Landscape;
import io.blendify.core.population.LongInts;
import io.blendify.core.population.Percentiles;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is common in this installation: in how many people's profiles each thing stands, what goes
 * together, and what strangers have in common.
 *
 * @param people whose profiles were counted
 * @param listeners of artists and genres, by aspect and key; what is missing stands in one profile
 *     at most
 * @param recordings likewise of recordings
 * @param landscapes what goes together; aspects of which nothing is known are missing
 */
public record Background(
    int people,
    Map<Aspect, Map<String, Integer>> listeners,
    LongInts recordings,
    Map<Aspect, Landscape> landscapes,
    Percentiles percentiles) {

  /** Nobody was counted yet: everything is equally rare. */
  public static final Background NONE = new Background(0, Map.of());

  /** Added to every count of a small population, in which counts say little. */
  private static final double PRIOR_OF_FEW = 100;

  private static final double FEW = 20;

  /** Share of people who know a thing of middling renown; what rarity 1 is measured by. */
  private static final double MIDDLING = 0.04;

  /**
   * Weaker than 1: what two lovers of a rare thing share is no thousand times what others share.
   */
  private static final double EXPONENT = 0.85;

  private static final double GREATEST = 20;

  public Background {
    Map<Aspect, Map<String, Integer>> copy = new EnumMap<>(Aspect.class);
    listeners.forEach((aspect, counts) -> copy.put(aspect, Map.copyOf(counts)));
    listeners = Map.copyOf(copy);
    landscapes = Map.copyOf(landscapes);
  }

  /**
   * @param listeners of all aspects; the keys of tracks are recordings
   */
  public Background(
      int people,
      Map<Aspect, Map<String, Integer>> listeners,
      Map<Aspect, Landscape> landscapes,
      Percentiles percentiles) {
    this(
        people,
        listeners,
        numbered(listeners.getOrDefault(Aspect.TRACKS, Map.of())),
        landscapes,
        percentiles);
  }

  private static LongInts numbered(Map<String, Integer> listeners) {
    var recordings = new LongInts(listeners.size());
    listeners.forEach((key, count) -> recordings.put(Long.parseLong(key), count));
    return recordings;
  }

  /** With nothing known but counts. */
  public Background(int people, Map<Aspect, Map<String, Integer>> listeners) {
    this(people, listeners, Map.of(), Percentiles.USUAL);
  }

  Landscape landscape(Aspect aspect) {
    return landscapes.getOrDefault(aspect, Landscape.NONE);
  }

  double rarity(Aspect aspect, String key) {
    return rarity(listeners.getOrDefault(aspect, Map.of()).getOrDefault(key, 1));
  }

  double rarity(long recording) {
    return rarity(recordings.get(recording, 1));
  }

  /**
   * How much more a shared thing says because few know it: ((n + prior) / (middling + prior))^-0.85
   * with middling = 1 + 4 % of the people, at most 20.
   *
   * <p>A power of the number of listeners between 0.5 and 1 separates friends from strangers better
   * than none and than its logarithm (measured on real listeners). The prior, 5 for nobody and 0.1
   * for a thousand people, makes it nearly 1 for everything in an installation of three.
   */
  private double rarity(int listeners) {
    double prior = PRIOR_OF_FEW / (people + FEW);
    double middling = 1 + MIDDLING * people + prior;
    double rarity = Math.pow((listeners + prior) / middling, -EXPONENT);
    return Math.min(GREATEST, rarity);
  }
}
