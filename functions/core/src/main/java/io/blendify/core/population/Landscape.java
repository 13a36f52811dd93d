package io.blendify.core.population;

import java.util.List;
import java.util.Map;

/**
 * As much of a taste space as one group needs.
 *
 * @param places by key; what is missing is not known to it
 * @param styles each by its best known things
 * @param vicinity of what the members like; {@link Vicinity#NONE} where nothing beyond it is looked
 *     for
 */
public record Landscape(Map<String, Place> places, List<List<String>> styles, Vicinity vicinity) {

  public static final Landscape NONE = new Landscape(Map.of(), List.of(), Vicinity.NONE);

  public Landscape {
    places = Map.copyOf(places);
    styles = List.copyOf(styles);
  }
}
