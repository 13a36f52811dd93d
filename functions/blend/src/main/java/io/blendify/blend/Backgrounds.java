package io.blendify.blend;

import io.blendify.blend.BlendInputs.ProviderTerms;
import io.blendify.core.blend.Aspect;
import io.blendify.core.blend.Background;
import io.blendify.core.blend.GroupBuilder;
import io.blendify.core.population.Landscape;
import io.blendify.core.population.Neighbour;
import io.blendify.store.space.Offers;
import io.blendify.store.space.Places;
import io.blendify.store.space.Spaces;
import io.blendify.store.taste.Population;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what the population says about one group, as it was when the blend was asked for. */
@Singleton
final class Backgrounds {

  /** What nobody has is looked for in groups up to this size; in larger ones somebody has it. */
  private static final int MOST_WITH_OFFERS = 60;

  private final Population population;
  private final Spaces spaces;
  private final Places places;
  private final Offers offers;

  Backgrounds(Population population, Spaces spaces, Places places, Offers offers) {
    this.population = population;
    this.spaces = spaces;
    this.places = places;
    this.offers = offers;
  }

  /** Adds to the group what none of its members has, and answers what is known of all of it. */
  Background withOffers(BlendInputs inputs, GroupBuilder builder, Map<Long, Long> merged) {
    Map<String, List<Neighbour>> neighbours = Map.of();
    if (inputs.space() > 0 && builder.size() <= MOST_WITH_OFFERS) {
      neighbours = neighbours(inputs.space(), builder, merged);
      offer(builder, neighbours, inputs.terms());
    }
    return of(inputs, builder, neighbours);
  }

  /** What is known of all that the members have, and nothing beyond it. */
  Background of(BlendInputs inputs, GroupBuilder builder) {
    return of(inputs, builder, Map.of());
  }

  private Background of(
      BlendInputs inputs, GroupBuilder builder, Map<String, List<Neighbour>> neighbours) {
    var edition = population.edition(inputs.population());
    Map<Aspect, Map<String, Integer>> listeners = new EnumMap<>(Aspect.class);
    Map<Aspect, Landscape> landscapes = new EnumMap<>(Aspect.class);
    for (var aspect : Aspect.values()) {
      var kind = PopulationKinds.of(aspect);
      var keys = builder.keys(aspect);
      listeners.put(aspect, population.listeners(edition.number(), kind, keys));
      if (inputs.space() > 0 && aspect != Aspect.GENRES) {
        landscapes.put(
            aspect,
            new Landscape(
                places.of(inputs.space(), kind, keys),
                places.styles(inputs.space(), kind),
                aspect == Aspect.TRACKS ? neighbours : Map.of()));
      }
    }
    return new Background(
        edition.people(), listeners, landscapes, spaces.edition(inputs.space()).percentiles());
  }

  /** Under the numbers by which recordings are known today. */
  private Map<String, List<Neighbour>> neighbours(
      int space, GroupBuilder builder, Map<Long, Long> merged) {
    Map<String, List<Neighbour>> neighbours = new HashMap<>();
    places
        .neighbours(space, builder.liked())
        .forEach(
            (key, of) ->
                neighbours.put(
                    key,
                    of.stream()
                        .map(one -> new Neighbour(same(one.key(), merged), one.weight()))
                        .toList()));
    return neighbours;
  }

  private static String same(String recording, Map<Long, Long> merged) {
    long number = Long.parseLong(recording);
    return Long.toString(merged.getOrDefault(number, number));
  }

  private void offer(
      GroupBuilder builder, Map<String, List<Neighbour>> neighbours, List<ProviderTerms> terms) {
    var further = builder.further(neighbours).stream().map(Long::valueOf).toList();
    var not =
        terms.stream()
            .filter(one -> !one.mayMix())
            .map(ProviderTerms::provider)
            .collect(Collectors.toSet());
    offers.of(further, not).forEach(builder::offer);
  }
}
