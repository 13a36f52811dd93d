package io.blendify.blend;

import io.blendify.core.item.Kind;
import io.blendify.core.recording.Folded;
import io.blendify.core.taste.TasteFacts;
import io.blendify.core.taste.TasteFacts.Described;
import io.blendify.core.taste.TasteMaker;
import io.blendify.core.taste.TasteProfile;
import io.blendify.store.taste.TasteHistory;
import io.blendify.store.taste.TasteInputs;
import io.blendify.store.taste.TasteProfiles;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Gets the profile that certain rows of history give: the kept one, or made again. */
@Singleton
final class ProfileMaking {

  private final TasteHistory history;
  private final TasteProfiles profiles;
  private final Json json;

  ProfileMaking(TasteHistory history, TasteProfiles profiles, Json json) {
    this.history = history;
    this.profiles = profiles;
    this.json = json;
  }

  TasteProfile make(UUID user, TasteInputs inputs) {
    var rows = history.read(user, inputs);
    return TasteMaker.make(
        new TasteFacts(
            rows.ranked(),
            rows.saved(),
            rows.listed(),
            rows.played(),
            credited(history.describe(rows.versions()), Set.copyOf(inputs.without().artists()))));
  }

  /** But for what is credited to any of these artists. */
  private static Map<Long, Described> credited(Map<Long, Described> all, Set<String> without) {
    if (without.isEmpty()) {
      return all;
    }
    Map<Long, Described> kept = new HashMap<>(all);
    kept.values()
        .removeIf(
            one ->
                one.kind() == Kind.ARTIST
                    ? without.contains(Folded.of(one.name()))
                    : one.artists().stream().map(Folded::of).anyMatch(without::contains));
    return kept;
  }

  /**
   * The profile of that version. Throws IllegalStateException where these rules are others, or
   * where the history was erased.
   */
  TasteProfile of(UUID user, int version, TasteInputs inputs) {
    if (version != TasteProfile.VERSION) {
      throw new IllegalStateException(
          "taste of " + user + " was made by rules " + version + ", not " + TasteProfile.VERSION);
    }
    return profiles
        .find(user)
        .filter(stored -> stored.version() == version)
        .filter(stored -> json.read(stored.inputs(), TasteInputs.class).equals(inputs))
        .map(stored -> json.read(stored.profile(), TasteProfile.class))
        .orElseGet(() -> make(user, inputs));
  }
}
