package io.blendify.core.population;

import java.util.List;

/**
 * The taste space of one kind of thing.
 *
 * @param people who were asked
 * @param keys of the things that stand in it, ascending
 * @param places in the same order
 * @param styles each style by its best known things, for people to read
 */
public record Space(int people, List<String> keys, List<Place> places, List<List<String>> styles) {

  /** Nothing is known of what goes together. */
  public static final Space NONE = new Space(0, List.of(), List.of(), List.of());

  /** From so few people nothing can be learnt about what goes together. */
  private static final int FEWEST_PEOPLE = 30;

  private static final int FEWEST_THINGS = 100;
  private static final int AXES = 24;

  public Space {
    keys = List.copyOf(keys);
    places = List.copyOf(places);
    styles = List.copyOf(styles);
  }

  /** {@link #NONE} where there are too few people or things. The same for the same table. */
  public static Space of(Listening listening) {
    if (listening.people() < FEWEST_PEOPLE || listening.size() < FEWEST_THINGS) {
      return NONE;
    }
    var axes = Axes.of(listening, AXES);
    return Styles.space(listening, axes);
  }
}
