package io.blendify.core.taste;

import io.blendify.core.recording.Folded;
import io.blendify.core.taste.TasteFacts.Described;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A profile while it is made. */
final class TasteDraft {

  static final Comparator<TasteSource> BY_NAME =
      Comparator.comparing(TasteSource::provider)
          .thenComparing(TasteSource::resource)
          .thenComparing(TasteSource::part);

  /** A profile is read for every blend: what is far down in a large library decides nothing. */
  private static final int MOST_RECORDINGS = 2_000;

  private static final int MOST_ARTISTS = 1_000;
  private static final int MOST_GENRES_OF_AN_ARTIST = 8;

  /** Weights are kept with so much precision: enough for any order, little to store. */
  private static final double PRECISION = 1e5;

  private record Value(double weight, @Nullable Integer evidence) {}

  private static final class Artist {
    final String name;
    final Set<String> genres = new LinkedHashSet<>();
    final Map<TasteSource, Value> values = new TreeMap<>(BY_NAME);

    Artist(String name) {
      this.name = name;
    }
  }

  private static final class Recording {
    Described described;
    double strongest;
    final Map<TasteSource, Value> values = new TreeMap<>(BY_NAME);

    Recording(Described described) {
      this.described = described;
    }

    void describe(Described other, double weight) {
      if (weight > strongest || (weight == strongest && other.version() > described.version())) {
        described = other;
        strongest = weight;
      }
    }
  }

  private record Rated<T>(T thing, String key, double strength) {}

  private final Map<String, Artist> artists = new HashMap<>();
  private final Map<Long, Recording> recordings = new HashMap<>();

  void describeArtist(String name, List<String> genres) {
    var key = Folded.of(name);
    if (key.isEmpty()) {
      return;
    }
    var artist = artists.computeIfAbsent(key, _ -> new Artist(name));
    genres.stream()
        .map(Folded::of)
        .filter(genre -> !genre.isEmpty())
        .limit(MOST_GENRES_OF_AN_ARTIST)
        .forEach(artist.genres::add);
  }

  void addArtist(TasteSource source, String name, double weight, @Nullable Integer evidence) {
    describeArtist(name, List.of());
    addArtistByKey(source, Folded.of(name), weight, evidence);
  }

  void addArtistByKey(TasteSource source, String key, double weight, @Nullable Integer evidence) {
    var artist = artists.get(key);
    if (artist != null) {
      keepGreater(artist.values, source, weight, evidence);
    }
  }

  void addRecording(
      TasteSource source, Described track, double weight, @Nullable Integer evidence) {
    if (track.recording() <= 0 || track.name().isBlank()) {
      return;
    }
    var recording = recordings.computeIfAbsent(track.recording(), _ -> new Recording(track));
    recording.describe(track, weight);
    keepGreater(recording.values, source, weight, evidence);
  }

  private static void keepGreater(
      Map<TasteSource, Value> values,
      TasteSource source,
      double weight,
      @Nullable Integer evidence) {
    double kept = Math.max(1, Math.rint(weight * PRECISION)) / PRECISION;
    values.merge(
        source,
        new Value(kept, evidence),
        (old, other) -> other.weight() > old.weight() ? other : old);
  }

  TasteProfile profile() {
    var sources = sources();
    var places = new HashMap<TasteSource, Integer>();
    sources.forEach(source -> places.put(source, places.size()));
    var kept = keptRecordings();
    var artistPlaces = new HashMap<String, Integer>();
    var artistTastes = artistTastes(kept, places, artistPlaces);
    var recordingTastes =
        kept.stream()
            .map(
                recording ->
                    new RecordingTaste(
                        recording.described.recording(),
                        recording.described.version(),
                        recording.described.explicit(),
                        keys(recording).stream().map(artistPlaces::get).toList(),
                        signals(recording.values, places)))
            .toList();
    return new TasteProfile(TasteProfile.VERSION, sources, artistTastes, recordingTastes);
  }

  private List<TasteSource> sources() {
    Set<TasteSource> sources = new TreeSet<>(BY_NAME);
    artists.values().forEach(artist -> sources.addAll(artist.values.keySet()));
    recordings.values().forEach(recording -> sources.addAll(recording.values.keySet()));
    return List.copyOf(sources);
  }

  private List<Recording> keptRecordings() {
    return recordings.values().stream()
        .map(r -> new Rated<>(r, Long.toString(r.described.recording()), strength(r.values)))
        .sorted(
            Comparator.comparingDouble(Rated<Recording>::strength)
                .reversed()
                .thenComparingLong(rated -> rated.thing().described.recording()))
        .limit(MOST_RECORDINGS)
        .map(Rated::thing)
        .toList();
  }

  private List<ArtistTaste> artistTastes(
      List<Recording> kept, Map<TasteSource, Integer> places, Map<String, Integer> artistPlaces) {
    Set<String> needed = new TreeSet<>();
    kept.forEach(recording -> needed.addAll(keys(recording)));
    var tastes = new ArrayList<ArtistTaste>();
    artists.entrySet().stream()
        .map(e -> new Rated<>(e.getValue(), e.getKey(), strength(e.getValue().values)))
        .sorted(
            Comparator.comparingDouble(Rated<Artist>::strength)
                .reversed()
                .thenComparing(Rated::key))
        .forEach(
            rated -> {
              boolean wanted = rated.strength() > 0 && tastes.size() < MOST_ARTISTS;
              if (wanted || needed.contains(rated.key())) {
                artistPlaces.put(rated.key(), tastes.size());
                tastes.add(artistTaste(rated, places));
              }
            });
    return tastes;
  }

  private static ArtistTaste artistTaste(Rated<Artist> rated, Map<TasteSource, Integer> places) {
    var artist = rated.thing();
    return new ArtistTaste(
        rated.key(), artist.name, List.copyOf(artist.genres), signals(artist.values, places));
  }

  private static List<String> keys(Recording recording) {
    return recording.described.artists().stream()
        .map(Folded::of)
        .filter(key -> !key.isEmpty())
        .distinct()
        .toList();
  }

  private static double strength(Map<TasteSource, Value> values) {
    double missed = 1;
    for (var value : values.values()) {
      missed *= 1 - value.weight();
    }
    return 1 - missed;
  }

  private static List<Signal> signals(
      Map<TasteSource, Value> values, Map<TasteSource, Integer> places) {
    return values.entrySet().stream()
        .map(
            entry ->
                new Signal(
                    places.getOrDefault(entry.getKey(), 0),
                    entry.getValue().weight(),
                    entry.getValue().evidence()))
        .toList();
  }
}
