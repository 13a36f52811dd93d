package io.blendify.core.taste;

import io.blendify.core.item.Kind;
import io.blendify.core.recording.Folded;
import io.blendify.core.taste.TasteFacts.Described;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a profile from history. The same facts give the same profile, in whatever order they come.
 */
public final class TasteMaker {

  /** After so long, what was saved counts for three quarters of what it counted when it was new. */
  private static final Duration SAVED_HALF_LIFE = Duration.ofDays(730);

  /** Weights are added up as whole billionths, so that no order of addition changes a sum. */
  private static final double UNITS = 1e9;

  private static final class Tally {
    long amount;
    int items;

    void add(long amount, int items) {
      this.amount += amount;
      this.items += items;
    }
  }

  private final TasteFacts facts;
  private final TasteDraft draft = new TasteDraft();
  private final Map<TasteSource, Map<String, Tally>> ofArtists = new TreeMap<>(TasteDraft.BY_NAME);
  private final Map<TasteSource, Map<Long, Tally>> ofPlays = new TreeMap<>(TasteDraft.BY_NAME);

  private TasteMaker(TasteFacts facts) {
    this.facts = facts;
  }

  public static TasteProfile make(TasteFacts facts) {
    return new TasteMaker(facts).make();
  }

  private TasteProfile make() {
    describeArtists();
    addRanked();
    addSaved();
    addListed();
    addPlayed();
    addArtistsOfTracks();
    return draft.profile();
  }

  private void describeArtists() {
    var byVersion =
        facts.described().values().stream()
            .sorted(Comparator.comparingLong(Described::version))
            .toList();
    for (var described : byVersion) {
      if (described.kind() == Kind.ARTIST) {
        draft.describeArtist(described.name(), described.genres());
      }
    }
    for (var described : byVersion) {
      described.artists().forEach(name -> draft.describeArtist(name, List.of()));
    }
  }

  private void addRanked() {
    for (var place : facts.ranked()) {
      double weight = SourceWeight.of(place.source()) * RankWeight.of(place.rank());
      add(place.source(), place.version(), weight, place.rank());
    }
  }

  private void addSaved() {
    var newest =
        facts.saved().stream()
            .map(TasteFacts.Saved::since)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    for (var saved : facts.saved()) {
      double weight = SourceWeight.of(saved.source()) * freshness(saved.since(), newest);
      add(saved.source(), saved.version(), weight, null);
    }
  }

  /** From 1 for the newest down to 1/2, ages counted from the newest; 3/4 where it is unknown. */
  private static double freshness(@Nullable Instant since, Instant newest) {
    if (since == null) {
      return 0.75;
    }
    double age = Duration.between(since, newest).toMillis() / (double) SAVED_HALF_LIFE.toMillis();
    return 0.5 + 0.5 * Math.pow(2, -age);
  }

  /** Each further playlist halves what is missing to the full weight. */
  private void addListed() {
    for (var listed : facts.listed()) {
      double weight = SourceWeight.of(listed.source()) * (1 - Math.pow(2, -listed.playlists()));
      add(listed.source(), listed.version(), weight, listed.playlists());
    }
  }

  private void addPlayed() {
    forEachPlay(
        (play, track) -> {
          tally(ofPlays, play.source(), track.recording()).add(play.recent(), play.plays());
          addToArtists(play.source(), track, play.recent(), play.plays());
        });
    Map<TasteSource, Map<Long, Double>> weights = new TreeMap<>(TasteDraft.BY_NAME);
    ofPlays.forEach((source, tallies) -> weights.put(source, byRank(tallies)));
    forEachPlay(
        (play, track) -> {
          double weight =
              weights.getOrDefault(play.source(), Map.of()).getOrDefault(track.recording(), 0.0);
          int plays = tally(ofPlays, play.source(), track.recording()).items;
          draft.addRecording(play.source(), track, SourceWeight.of(play.source()) * weight, plays);
        });
  }

  private void forEachPlay(BiConsumer<TasteFacts.Played, Described> action) {
    for (var play : facts.played()) {
      var track = facts.described().get(play.version());
      if (track != null && track.kind() == Kind.TRACK) {
        action.accept(play, track);
      }
    }
  }

  private void add(TasteSource source, long version, double weight, @Nullable Integer evidence) {
    var described = facts.described().get(version);
    if (described == null || weight <= 0) {
      return;
    }
    switch (described.kind()) {
      case ARTIST -> draft.addArtist(source, described.name(), weight, evidence);
      case TRACK -> {
        draft.addRecording(source, described, weight, evidence);
        addToArtists(source, described, Math.round(weight * UNITS), 1);
      }
      case ALBUM -> addToArtists(source, described, Math.round(weight * UNITS), 1);
      case PLAYLIST, EPISODE -> {}
    }
  }

  private void addToArtists(TasteSource source, Described item, long amount, int items) {
    double share = 1;
    for (var name : item.artists()) {
      tally(ofArtists, source, Folded.of(name)).add(Math.round(amount * share), items);
      share = SourceWeight.GUEST;
    }
  }

  private void addArtistsOfTracks() {
    ofArtists.forEach(
        (source, tallies) -> {
          double first = SourceWeight.of(source) * SourceWeight.ARTIST_OF_TRACKS;
          byRank(tallies)
              .forEach(
                  (key, weight) ->
                      draft.addArtistByKey(
                          source, key, first * weight, tally(ofArtists, source, key).items));
        });
  }

  private static <K extends Comparable<K>> Map<K, Double> byRank(Map<K, Tally> tallies) {
    Map<K, Long> amounts = new TreeMap<>();
    tallies.forEach((key, tally) -> amounts.put(key, tally.amount));
    return RankWeight.ofAmounts(amounts);
  }

  private static <K extends Comparable<K>> Tally tally(
      Map<TasteSource, Map<K, Tally>> tallies, TasteSource source, K key) {
    return tallies
        .computeIfAbsent(source, _ -> new TreeMap<>())
        .computeIfAbsent(key, _ -> new Tally());
  }
}
