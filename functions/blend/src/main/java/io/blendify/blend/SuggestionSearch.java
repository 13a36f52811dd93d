package io.blendify.blend;

import io.blendify.core.blend.Aspect;
import io.blendify.core.blend.GroupBuilder;
import io.blendify.core.blend.Offer;
import io.blendify.core.blend.Participant;
import io.blendify.core.blend.Suggestions;
import io.blendify.core.population.Landscape;
import io.blendify.core.population.Neighbour;
import io.blendify.core.taste.TasteProfile;
import io.blendify.store.outlook.Outlooks.Suggestion;
import io.blendify.store.space.Offers;
import io.blendify.store.taste.Recordings;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what somebody could hear next, and what of theirs it goes with. */
@Singleton
final class SuggestionSearch {

  private static final int LOOKED_AT = 100;
  private static final int FOUND = 30;
  private static final int OF_ONE_ARTIST = 3;

  private final Backgrounds backgrounds;
  private final Offers offers;
  private final Recordings recordings;

  SuggestionSearch(Backgrounds backgrounds, Offers offers, Recordings recordings) {
    this.backgrounds = backgrounds;
    this.offers = offers;
    this.recordings = recordings;
  }

  /** Most expected to please first; none before there is a taste space. */
  List<Suggestion> of(UUID user, TasteProfile profile, BlendInputs inputs, Map<Long, Long> merged) {
    var builder = new GroupBuilder(recording -> merged.getOrDefault(recording, recording));
    if (inputs.space() == 0
        || !builder.add(new Participant(user, "", 1, profile, _ -> true, _ -> true))) {
      return List.of();
    }
    var own = Set.copyOf(builder.keys(Aspect.TRACKS));
    var background = backgrounds.withOffers(inputs, builder, merged);
    var landscape = background.landscapes().getOrDefault(Aspect.TRACKS, Landscape.NONE);
    var best = Suggestions.of(builder.build(background), user, LOOKED_AT);
    return described(best, because(best, own, landscape), inputs);
  }

  /** By suggested recording, the one of the person's that speaks most for it. */
  private static Map<Long, Long> because(List<Long> best, Set<String> own, Landscape landscape) {
    var wanted = best.stream().map(String::valueOf).collect(Collectors.toSet());
    Map<Long, Long> because = new HashMap<>();
    Map<Long, Float> weights = new HashMap<>();
    own.stream()
        .sorted()
        .forEach(
            liked -> {
              for (Neighbour to : landscape.neighbours().getOrDefault(liked, List.of())) {
                if (wanted.contains(to.key())
                    && to.weight() > weights.getOrDefault(Long.valueOf(to.key()), 0f)) {
                  weights.put(Long.valueOf(to.key()), to.weight());
                  because.put(Long.valueOf(to.key()), Long.valueOf(liked));
                }
              }
            });
    return because;
  }

  private List<Suggestion> described(List<Long> best, Map<Long, Long> because, BlendInputs inputs) {
    var forbidden =
        inputs.terms().stream()
            .filter(one -> !one.mayMix())
            .map(BlendInputs.ProviderTerms::provider)
            .collect(Collectors.toSet());
    var known =
        offers.of(best, forbidden).stream()
            .collect(Collectors.toMap(Offer::recording, Function.identity()));
    var names = recordings.names(Set.copyOf(because.values()));
    Map<String, Integer> ofArtist = new HashMap<>();
    var found = new ArrayList<Suggestion>();
    for (var recording : best) {
      var offer = known.get(recording);
      var liked = because.get(recording);
      if (offer != null && liked != null && found.size() < FOUND) {
        var artist = offer.artists().isEmpty() ? "" : offer.artists().getFirst();
        if (ofArtist.merge(artist, 1, Integer::sum) <= OF_ONE_ARTIST) {
          found.add(new Suggestion(offer.version(), names.getOrDefault(liked, "")));
        }
      }
    }
    return found;
  }
}
