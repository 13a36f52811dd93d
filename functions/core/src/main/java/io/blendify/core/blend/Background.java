package io.blendify.core.blend;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is common in this installation: in how many people's profiles each thing stands.
 *
 * @param people whose profiles were counted
 * @param listeners by aspect and key; what is missing stands in one profile at most
 */
public record Background(int people, Map<Aspect, Map<String, Integer>> listeners) {

  /** Nobody was counted yet: everything is equally rare. */
  public static final Background NONE = new Background(0, Map.of());

  /** Added to every count, so that one listener more or less of a rare thing changes little. */
  private static final double PRIOR_LISTENERS = 5;

  /** Share of people who know a thing of middling renown; what rarity 1 is measured by. */
  private static final double MIDDLING = 0.04;

  /**
   * Weaker than 1: what two lovers of a rare thing share is no thousand times what others share.
   */
  private static final double EXPONENT = 0.7;

  private static final double GREATEST = 5;

  public Background {
    Map<Aspect, Map<String, Integer>> copy = new EnumMap<>(Aspect.class);
    listeners.forEach((aspect, counts) -> copy.put(aspect, Map.copyOf(counts)));
    listeners = Map.copyOf(copy);
  }

  int listeners(Aspect aspect, String key) {
    return listeners.getOrDefault(aspect, Map.of()).getOrDefault(key, 1);
  }

  /**
   * How much more a shared thing says because few know it: ((n + 5) / (middling + 5))^-0.7 with
   * middling = 1 + 4 % of the people, at most 5.
   *
   * <p>A power of the number of listeners between 0.5 and 1 separates friends from strangers better
   * than none and than its logarithm (measured, see issue 4). The prior makes it nearly 1 for
   * everything in an installation of three people.
   */
  double rarity(Aspect aspect, String key) {
    double middling = 1 + MIDDLING * people + PRIOR_LISTENERS;
    double rarity = Math.pow((listeners(aspect, key) + PRIOR_LISTENERS) / middling, -EXPONENT);
    return Math.min(GREATEST, rarity);
  }
}
