package io.blendify.bench.listening;

import io.blendify.core.blend.Aspect;
import io.blendify.core.blend.Background;
import io.blendify.core.blend.Group;
import io.blendify.core.blend.GroupBuilder;
import io.blendify.core.blend.Offer;
import io.blendify.core.blend.Pairwise;
import io.blendify.core.blend.Participant;
import io.blendify.core.blend.Sample;
import io.blendify.core.population.Landscape;
import io.blendify.core.population.Listening;
import io.blendify.core.population.Neighbour;
import io.blendify.core.population.Neighbours;
import io.blendify.core.population.Percentiles;
import io.blendify.core.population.Place;
import io.blendify.core.population.Space;
import io.blendify.core.population.Vicinity;
import io.blendify.core.taste.PackedTaste;
import io.blendify.core.taste.TasteProfile;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One world as the engine sees it: its people are the population. */
final class World {

  private static final PackedTaste NOBODY = PackedTaste.of(TasteProfile.EMPTY);

  private final Map<String, PackedTaste> tastes = new LinkedHashMap<>();
  private final Map<Aspect, Map<String, Integer>> listeners = new EnumMap<>(Aspect.class);
  private final Map<Aspect, Landscape> landscapes = new EnumMap<>(Aspect.class);

  World(People people, boolean withNeighbours) {
    var sample = new Sample(recording -> recording);
    for (var name : people.names()) {
      var taste = PackedTaste.of(people.profile(name));
      tastes.put(name, taste);
      sample.add(taste, _ -> true);
    }
    learn(Aspect.ARTISTS, sample.artists(), withNeighbours);
    learn(Aspect.TRACKS, sample.recordings(), withNeighbours);
  }

  private void learn(Aspect aspect, Listening listening, boolean withNeighbours) {
    Map<String, Integer> counts = new HashMap<>();
    for (int thing = 0; thing < listening.size(); thing++) {
      counts.put(listening.key(thing), listening.listeners(thing));
    }
    listeners.put(aspect, counts);
    var space = Space.of(listening);
    Map<String, Place> places = new HashMap<>();
    for (int i = 0; i < space.keys().size(); i++) {
      places.put(space.keys().get(i), space.places().get(i));
    }
    Map<String, List<Neighbour>> neighbours = new HashMap<>();
    if (withNeighbours && aspect == Aspect.TRACKS) {
      Neighbours.of(listening, neighbours::put);
    }
    landscapes.put(aspect, new Landscape(places, space.styles(), Vicinity.of(neighbours)));
  }

  /** Everybody together. */
  Group everybody() {
    return group(
        tastes.keySet(), new Pairwise(group(tastes.keySet(), Percentiles.USUAL)).percentiles());
  }

  /** These people, and what goes with their things though none of them has it. */
  Group withOffers(Collection<String> names) {
    var builder = builder(names);
    var landscape = landscapes.getOrDefault(Aspect.TRACKS, Landscape.NONE);
    for (long recording : builder.further(landscape.vicinity())) {
      var title = Long.toString(recording);
      builder.offer(new Offer(recording, recording, title, false, List.of()));
    }
    return builder.build(new Background(tastes.size(), listeners, landscapes, Percentiles.USUAL));
  }

  private Group group(Collection<String> names, Percentiles percentiles) {
    return builder(names).build(new Background(tastes.size(), listeners, landscapes, percentiles));
  }

  private GroupBuilder builder(Collection<String> names) {
    var builder = new GroupBuilder(recording -> recording);
    for (var name : names) {
      builder.add(
          new Participant(
              People.id(name), name, 1, tastes.getOrDefault(name, NOBODY), _ -> true, _ -> true));
    }
    return builder;
  }
}
