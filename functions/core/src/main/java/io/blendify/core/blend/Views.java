package io.blendify.core.blend;

import io.blendify.core.taste.RecordingTaste;
import io.blendify.core.taste.Strength;
import io.blendify.core.taste.TasteProfile;
import io.blendify.core.taste.TasteSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Makes numbers of what may be used of one profile. */
final class Views {

  private final Things things;

  Views(Things things) {
    this.things = things;
  }

  /** Which of the profile's sources may be used. */
  static boolean[] allowed(TasteProfile profile, Predicate<TasteSource> may) {
    var allowed = new boolean[profile.sources().size()];
    for (int i = 0; i < allowed.length; i++) {
      allowed[i] = may.test(profile.sources().get(i));
    }
    return allowed;
  }

  /** What the allowed sources say is liked, and how much; without genres. */
  View view(TasteProfile profile, boolean[] allowed) {
    IntPredicate may = source -> allowed[source];
    Map<Integer, Double> artists = new TreeMap<>();
    for (var artist : profile.artists()) {
      double strength = Strength.of(artist.signals(), may);
      if (strength > 0) {
        artists.put(things.known(artist), strength);
      }
    }
    Map<Integer, Double> recordings = new TreeMap<>();
    for (var recording : profile.recordings()) {
      double strength = Strength.of(recording.signals(), may);
      if (strength > 0) {
        recordings.merge(things.known(recording, profile), strength, Math::max);
      }
    }
    return new View(
        new EnumMap<>(
            Map.of(Aspect.ARTISTS, Likes.of(artists), Aspect.TRACKS, Likes.of(recordings))),
        IntStream.range(0, allowed.length)
            .filter(may)
            .mapToObj(i -> label(profile.sources().get(i)))
            .toList());
  }

  private static String label(TasteSource source) {
    return String.join(" ", source.provider(), source.resource(), source.part()).strip();
  }

  /** How the allowed sources describe the recordings, and what speaks for each. */
  Library library(TasteProfile profile, boolean[] allowed) {
    Map<Integer, RecordingTaste> strongest = new TreeMap<>();
    for (var recording : profile.recordings()) {
      var signals = recording.signals().stream().filter(s -> allowed[s.source()]).toList();
      if (!signals.isEmpty()) {
        var usable =
            new RecordingTaste(
                recording.recording(),
                recording.version(),
                recording.explicit(),
                recording.artists(),
                signals);
        strongest.putIfAbsent(things.known(recording, profile), usable);
      }
    }
    return new Library(
        strongest.keySet().stream().mapToInt(Integer::intValue).toArray(),
        strongest.values().stream().mapToLong(RecordingTaste::version).toArray(),
        strongest.values().stream()
            .map(recording -> Because.of(recording.signals(), profile.sources()))
            .toArray(String[]::new),
        profile.sources());
  }
}
