package io.blendify.core.blend;

import io.blendify.core.taste.ArtistTaste;
import io.blendify.core.taste.RecordingTaste;
import io.blendify.core.taste.Signal;
import io.blendify.core.taste.TasteProfile;
import io.blendify.core.taste.TasteSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Profiles for tests: artists with one track each, and what a group of them scores. */
final class Tastes {

  static final UUID ANN = new UUID(0, 1);
  static final UUID BEN = new UUID(0, 2);
  static final UUID CAT = new UUID(0, 3);
  static final long SEED = 42;

  /**
   * @param weight in (0, 1]
   * @param genre null where nothing is known
   */
  record Liked(String artist, double weight, String genre) {}

  private Tastes() {}

  static TasteProfile profile(List<Liked> liked) {
    return profile("spotify", liked, true);
  }

  static TasteProfile artistsOnly(List<Liked> liked) {
    return profile("spotify", liked, false);
  }

  static TasteProfile profile(String provider, List<Liked> liked, boolean withTracks) {
    var unique = new LinkedHashMap<String, Liked>();
    liked.forEach(one -> unique.putIfAbsent(one.artist(), one));
    var artists = new ArrayList<ArtistTaste>();
    var recordings = new ArrayList<RecordingTaste>();
    for (var one : unique.values()) {
      var genres = one.genre() == null ? List.<String>of() : List.of(one.genre());
      artists.add(
          new ArtistTaste(
              one.artist(), one.artist(), genres, List.of(new Signal(0, one.weight(), 1))));
      if (withTracks) {
        long id = recording(one.artist());
        recordings.add(
            new RecordingTaste(
                id,
                id,
                false,
                List.of(artists.size() - 1),
                List.of(new Signal(1, one.weight(), 1))));
      }
    }
    var sources =
        List.of(
            new TasteSource(provider, "top_artists", "long_term"),
            new TasteSource(provider, "top_tracks", "long_term"));
    return new TasteProfile(TasteProfile.VERSION, sources, artists, recordings);
  }

  static long recording(String artist) {
    return 1 + Integer.toUnsignedLong(artist.hashCode());
  }

  static Participant participant(UUID user, double weight, TasteProfile profile) {
    var name = Map.of(ANN, "Ann", BEN, "Ben", CAT, "Cat").getOrDefault(user, "Member");
    return new Participant(user, name, weight, profile, _ -> true, _ -> true);
  }

  static Group group(TasteProfile... profiles) {
    return group(Background.NONE, profiles);
  }

  static Group group(Background background, TasteProfile... profiles) {
    var builder = new GroupBuilder(recording -> recording);
    for (int i = 0; i < profiles.length; i++) {
      builder.add(participant(new UUID(0, i + 1), 1, profiles[i]));
    }
    return builder.build(background);
  }

  static Score score(TasteProfile... profiles) {
    return Scoring.of(group(profiles), SEED);
  }

  /** So many artists with falling weights, named from the first number on. */
  static List<Liked> artists(String prefix, int from, int count, String genre) {
    var liked = new ArrayList<Liked>();
    for (int i = 0; i < count; i++) {
      liked.add(new Liked(prefix + (from + i), 0.7 / (1 + 0.1 * i), genre));
    }
    return liked;
  }

  static List<Liked> plus(List<Liked> liked, List<Liked> more) {
    var both = new ArrayList<>(liked);
    both.addAll(more);
    return both;
  }
}
