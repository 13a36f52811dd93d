package io.blendify.blend;

import io.blendify.core.item.Kind;
import io.blendify.core.recording.Folded;
import io.blendify.core.taste.PackedTaste;
import io.blendify.core.taste.RecordingTaste;
import io.blendify.core.taste.TasteFacts;
import io.blendify.core.taste.TasteFacts.Described;
import io.blendify.core.taste.TasteMaker;
import io.blendify.core.taste.TasteProfile;
import io.blendify.store.taste.Recordings;
import io.blendify.store.taste.TasteHistory;
import io.blendify.store.taste.TasteInputs;
import io.blendify.store.taste.TasteProfiles;
import io.blendify.store.taste.TasteProfiles.Stored;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gets the profile that certain rows of history give: the kept one, or made again. */
@Singleton
final class ProfileMaking {

  private final TasteHistory history;
  private final TasteProfiles profiles;
  private final Recordings recordings;
  private final Json json;

  ProfileMaking(TasteHistory history, TasteProfiles profiles, Recordings recordings, Json json) {
    this.history = history;
    this.profiles = profiles;
    this.recordings = recordings;
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

  /** As blends read it. */
  PackedTaste packed(TasteProfile profile) {
    var titles =
        recordings.titles(profile.recordings().stream().map(RecordingTaste::recording).toList());
    return PackedTaste.of(
        profile, recording -> titles.getOrDefault(recording, Long.toString(recording)).hashCode());
  }

  /**
   * The tastes of that version, of people who have one. Throws IllegalStateException where these
   * rules are others, or where the history was erased.
   *
   * @param inputs by user id, the rows that are to be its own
   */
  Map<UUID, PackedTaste> of(int version, Map<UUID, TasteInputs> inputs) {
    if (version != TasteProfile.VERSION) {
      throw new IllegalStateException(
          "tastes were made by rules " + version + ", not " + TasteProfile.VERSION);
    }
    var stored = profiles.find(inputs.keySet());
    Map<UUID, PackedTaste> tastes = new HashMap<>();
    inputs.forEach((user, of) -> tastes.put(user, of(user, of, stored.get(user))));
    return tastes;
  }

  /** The kept one, or made again. */
  private PackedTaste of(UUID user, TasteInputs inputs, @Nullable Stored stored) {
    if (stored != null
        && stored.version() == TasteProfile.VERSION
        && stored.packed().length > 0
        && json.read(stored.inputs(), TasteInputs.class).equals(inputs)) {
      return PackedTaste.read(stored.packed());
    }
    return packed(make(user, inputs));
  }

  /** What is kept of one person now; empty where there is nothing that these rules made. */
  Optional<PackedTaste> kept(UUID user) {
    return Optional.ofNullable(profiles.find(List.of(user)).get(user))
        .filter(stored -> stored.version() == TasteProfile.VERSION && stored.packed().length > 0)
        .map(stored -> PackedTaste.read(stored.packed()));
  }
}
