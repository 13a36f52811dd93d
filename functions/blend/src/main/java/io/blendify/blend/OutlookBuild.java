package io.blendify.blend;

import io.blendify.blend.BlendInputs.ProviderTerms;
import io.blendify.core.blend.BlendSettings;
import io.blendify.core.taste.PackedTaste;
import io.blendify.core.taste.TasteProfile;
import io.blendify.store.blend.BlendSources;
import io.blendify.store.outlook.Outlooks;
import io.blendify.store.space.Spaces;
import io.blendify.store.taste.Population;
import io.blendify.store.taste.Recordings;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Looks out for who asked: who listens like them, and what they could hear next. */
@Singleton
final class OutlookBuild {

  private final Outlooks outlooks;
  private final ProfileMaking profiles;
  private final Population population;
  private final Spaces spaces;
  private final Recordings recordings;
  private final BlendSources sources;
  private final NeighbourSearch neighbours;
  private final SuggestionSearch suggestions;
  private final InstantSource time;

  OutlookBuild(
      Outlooks outlooks,
      ProfileMaking profiles,
      Population population,
      Spaces spaces,
      Recordings recordings,
      BlendSources sources,
      NeighbourSearch neighbours,
      SuggestionSearch suggestions,
      InstantSource time) {
    this.outlooks = outlooks;
    this.profiles = profiles;
    this.population = population;
    this.spaces = spaces;
    this.recordings = recordings;
    this.sources = sources;
    this.neighbours = neighbours;
    this.suggestions = suggestions;
    this.time = time;
  }

  /** Whether there was anything to do. */
  boolean run(UUID user) {
    var now = time.instant();
    if (!outlooks.isDue(user, now)) {
      return false;
    }
    var taste = profiles.kept(user).orElseGet(() -> PackedTaste.of(TasteProfile.EMPTY));
    var inputs = inputs();
    var merged = recordings.merged(inputs.merges());
    outlooks.save(
        user,
        neighbours.of(user, taste, inputs, merged),
        suggestions.of(user, taste, inputs, merged),
        now);
    return true;
  }

  private BlendInputs inputs() {
    return new BlendInputs(
        "discovery",
        SettingsJson.of(BlendSettings.DEFAULT),
        population.current(time.instant()).number(),
        spaces.current(),
        recordings.mergeMark(),
        List.of(),
        sources.terms().stream()
            .map(one -> new ProviderTerms(one.provider(), one.mayScore(), one.mayMix()))
            .toList(),
        List.of());
  }
}
