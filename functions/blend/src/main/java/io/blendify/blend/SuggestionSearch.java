package io.blendify.blend;

import io.blendify.core.blend.Aspect;
import io.blendify.core.blend.GroupBuilder;
import io.blendify.core.blend.Offer;
import io.blendify.core.blend.Participant;
import io.blendify.core.blend.Suggestions;
import io.blendify.core.population.Landscape;
import io.blendify.core.population.Vicinity;
import io.blendify.core.taste.PackedTaste;
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
  List<Suggestion> of(UUID user, PackedTaste taste, BlendInputs inputs, Map<Long, Long> merged) {
    var builder = new GroupBuilder(recording -> merged.getOrDefault(recording, recording));
    if (inputs.space() == 0
        || !builder.add(new Participant(user, "", 1, taste, _ -> true, _ -> true))) {
      return List.of();
    }
    var own = builder.recordings();
    var background = backgrounds.withOffers(inputs, builder, merged);
    var landscape = background.landscapes().getOrDefault(Aspect.TRACKS, Landscape.NONE);
    var best = Suggestions.of(builder.build(background), user, LOOKED_AT);
    return described(best, because(best, own, landscape.vicinity()), inputs);
  }

  /** By suggested recording, the one of the person's that speaks most for it. */
  private static Map<Long, Long> because(List<Long> best, long[] own, Vicinity vicinity) {
    Map<Long, Long> because = new HashMap<>();
    for (long suggested : best) {
      double most = 0;
      for (long liked : own) {
        double speaks = vicinity.between(liked, suggested);
        if (speaks > most) {
          most = speaks;
          because.put(suggested, liked);
        }
      }
    }
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
