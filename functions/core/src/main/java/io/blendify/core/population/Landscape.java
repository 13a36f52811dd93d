package io.blendify.core.population;

import java.util.List;
import java.util.Map;

/**
 * As much of a taste space as one group needs.
 *
 * @param places by key; what is missing is not known to it
 * @param styles each by its best known things
 * @param neighbours by key, of what the members like; empty where nothing beyond it is looked for
 */
public record Landscape(
    Map<String, Place> places, List<List<String>> styles, Map<String, List<Neighbour>> neighbours) {

  public static final Landscape NONE = new Landscape(Map.of(), List.of(), Map.of());

  public Landscape {
    places = Map.copyOf(places);
    styles = List.copyOf(styles);
    neighbours = Map.copyOf(neighbours);
  }
}
