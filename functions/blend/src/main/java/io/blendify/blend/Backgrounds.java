package io.blendify.blend;

import static io.blendify.blend.PopulationKinds.ARTIST;
import static io.blendify.blend.PopulationKinds.GENRE;
import static io.blendify.blend.PopulationKinds.RECORDING;

import io.blendify.blend.BlendInputs.ProviderTerms;
import io.blendify.core.blend.Aspect;
import io.blendify.core.blend.Background;
import io.blendify.core.blend.GroupBuilder;
import io.blendify.core.population.Landscape;
import io.blendify.core.population.Vicinity;
import io.blendify.store.space.Offers;
import io.blendify.store.space.Places;
import io.blendify.store.space.Spaces;
import io.blendify.store.taste.Population;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
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
  private final KnownSpace known;
  private final KnownListeners counted;

  Backgrounds(
      Population population,
      Spaces spaces,
      Places places,
      Offers offers,
      KnownSpace known,
      KnownListeners counted) {
    this.population = population;
    this.spaces = spaces;
    this.places = places;
    this.offers = offers;
    this.known = known;
    this.counted = counted;
  }

  /** Adds to the group what none of its members has, and answers what is known of all of it. */
  Background withOffers(BlendInputs inputs, GroupBuilder builder, Map<Long, Long> merged) {
    var vicinity = Vicinity.NONE;
    if (inputs.space() > 0 && builder.size() <= MOST_WITH_OFFERS) {
      vicinity = vicinity(inputs.space(), builder, merged);
      offer(builder, vicinity, inputs.terms());
    }
    return of(inputs, builder, vicinity);
  }

  /** What is known of all that the members have, and nothing beyond it. */
  Background of(BlendInputs inputs, GroupBuilder builder) {
    return of(inputs, builder, Vicinity.NONE);
  }

  private Background of(BlendInputs inputs, GroupBuilder builder, Vicinity vicinity) {
    var edition = population.edition(inputs.population());
    var artists = builder.artists();
    var recordings = builder.recordings();
    Map<Aspect, Landscape> landscapes = new EnumMap<>(Aspect.class);
    if (inputs.space() > 0) {
      var keys = Arrays.stream(recordings).mapToObj(Long::toString).toList();
      landscapes.put(Aspect.ARTISTS, landscape(inputs.space(), ARTIST, artists, Vicinity.NONE));
      landscapes.put(Aspect.TRACKS, landscape(inputs.space(), RECORDING, keys, vicinity));
    }
    return new Background(
        edition.people(),
        Map.of(
            Aspect.ARTISTS, population.listeners(edition.number(), ARTIST, artists),
            Aspect.GENRES, population.listeners(edition.number(), GENRE, builder.genres())),
        counted.of(edition.number(), recordings),
        landscapes,
        spaces.edition(inputs.space()).percentiles());
  }

  private Landscape landscape(int space, String kind, List<String> keys, Vicinity vicinity) {
    return new Landscape(known.places(space, kind, keys), known.styles(space, kind), vicinity);
  }

  /** Under the numbers by which recordings are known today. */
  private Vicinity vicinity(int space, GroupBuilder builder, Map<Long, Long> merged) {
    return new Vicinity(known.recordings(space), places.near(space, builder.liked()))
        .renamed(recording -> merged.getOrDefault(recording, recording));
  }

  private void offer(GroupBuilder builder, Vicinity vicinity, List<ProviderTerms> terms) {
    var not =
        terms.stream()
            .filter(one -> !one.mayMix())
            .map(ProviderTerms::provider)
            .collect(Collectors.toSet());
    offers.of(builder.further(vicinity), not).forEach(builder::offer);
  }
}
