package io.blendify.core.taste;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.item.Kind;
import io.blendify.core.taste.TasteFacts.Described;
import io.blendify.core.taste.TasteFacts.Listed;
import io.blendify.core.taste.TasteFacts.Played;
import io.blendify.core.taste.TasteFacts.Ranked;
import io.blendify.core.taste.TasteFacts.Saved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TasteMakerProperties {

  private static final TasteSource TOP = new TasteSource("spotify", "top_tracks", "short_term");
  private static final TasteSource PLAYS = new TasteSource("spotify", "recently_played", "");
  private static final TasteSource SAVED = new TasteSource("spotify", "saved_tracks", "");
  private static final TasteSource OWN = new TasteSource("spotify", "playlist_tracks", "own");
  private static final TasteSource FOLLOWED =
      new TasteSource("spotify", "playlist_tracks", "followed");
  private static final TasteSource ARTISTS = new TasteSource("spotify", "top_artists", "long_term");

  @Property(tries = 100)
  void theOrderOfFactsDoesNotCount(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 1000) Integer> plays,
      @ForAll long seed) {
    var facts = played(plays, 1);
    var shuffled = new ArrayList<>(facts.played());
    Collections.shuffle(shuffled, new Random(seed));
    var other = new TasteFacts(List.of(), List.of(), List.of(), shuffled, facts.described());
    assertThat(TasteMaker.make(other)).isEqualTo(TasteMaker.make(facts));
  }

  @Property(tries = 100)
  void tenTimesAsManyPlaysAreTheSameTaste(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 1000) Integer> plays,
      @ForAll @IntRange(min = 2, max = 50) int factor) {
    assertThat(weights(TasteMaker.make(played(plays, factor))))
        .isEqualTo(weights(TasteMaker.make(played(plays, 1))));
  }

  @Property(tries = 100)
  void everyArtistOfARecordingIsInTheProfile(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 1000) Integer> plays) {
    var profile = TasteMaker.make(played(plays, 1));
    assertThat(profile.recordings())
        .isNotEmpty()
        .allSatisfy(
            one ->
                assertThat(one.artists())
                    .isNotEmpty()
                    .allMatch(place -> place < profile.artists().size()));
  }

  @Example
  void ownPlaylistsSayMoreThanThoseOfOthers() {
    var facts =
        new TasteFacts(
            List.of(),
            List.of(),
            List.of(new Listed(FOLLOWED, 1, 1), new Listed(OWN, 2, 1), new Listed(OWN, 3, 4)),
            List.of(),
            tracks(3));
    assertThat(TasteMaker.make(facts).recordings())
        .extracting(RecordingTaste::recording)
        .containsExactly(3L, 2L, 1L);
  }

  @Example
  void whatWasSavedLatelySaysMore() {
    var saved =
        List.of(
            new Saved(SAVED, 1, Instant.parse("2019-01-01T00:00:00Z")),
            new Saved(SAVED, 2, Instant.parse("2026-01-01T00:00:00Z")));
    var profile =
        TasteMaker.make(new TasteFacts(List.of(), saved, List.of(), List.of(), tracks(2)));
    assertThat(profile.recordings()).extracting(RecordingTaste::recording).containsExactly(2L, 1L);
  }

  @Example
  void everyTrackBacksItsArtistsAndTheMainOneMore() {
    var described =
        Map.of(
            1L,
            new Described(1, Kind.TRACK, 1, "Song", List.of("Main", "Guest"), List.of(), false));
    var profile =
        TasteMaker.make(
            new TasteFacts(
                List.of(new Ranked(TOP, 1, 1)), List.of(), List.of(), List.of(), described));
    assertThat(profile.artists()).extracting(ArtistTaste::key).containsExactly("main", "guest");
  }

  @Example
  void oneRecordingInTwoDescriptionsIsOneWithTheSignalsOfBoth() {
    var described =
        Map.of(
            1L, new Described(1, Kind.TRACK, 7, "Song", List.of("A"), List.of(), false),
            2L,
                new Described(
                    2, Kind.TRACK, 7, "Song - Remastered", List.of("A"), List.of(), false));
    var profile =
        TasteMaker.make(
            new TasteFacts(
                List.of(new Ranked(TOP, 1, 3)),
                List.of(new Saved(SAVED, 2, null)),
                List.of(),
                List.of(),
                described));
    assertThat(profile.recordings())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.version()).isEqualTo(1);
              assertThat(one.signals()).extracting(Signal::evidence).containsExactly(null, 3);
            });
  }

  @Example
  void genresComeFromWhatIsKnownOfTheArtist() {
    var described =
        Map.of(
            1L,
                new Described(
                    1,
                    Kind.ARTIST,
                    0,
                    "Björk",
                    List.of(),
                    List.of("Art Pop", "art-pop", "Trip Hop"),
                    null),
            2L, new Described(2, Kind.TRACK, 9, "Jóga", List.of("Bjork"), List.of(), false));
    var facts =
        new TasteFacts(
            List.of(new Ranked(ARTISTS, 1, 1), new Ranked(TOP, 2, 1)),
            List.of(),
            List.of(),
            List.of(),
            described);
    assertThat(TasteMaker.make(facts).artists())
        .singleElement()
        .satisfies(
            artist -> {
              assertThat(artist.name()).isEqualTo("Björk");
              assertThat(artist.genres()).containsExactly("art pop", "trip hop");
              assertThat(artist.signals()).hasSize(2);
            });
  }

  @Example
  void whatIsNotDescribedOrIsNoMusicIsLeftOut() {
    var described =
        Map.of(2L, new Described(2, Kind.EPISODE, 0, "Talk", List.of(), List.of(), null));
    var facts =
        new TasteFacts(
            List.of(new Ranked(TOP, 1, 1), new Ranked(TOP, 2, 2)),
            List.of(),
            List.of(),
            List.of(),
            described);
    assertThat(TasteMaker.make(facts)).isEqualTo(TasteProfile.EMPTY);
  }

  private static List<List<Double>> weights(TasteProfile profile) {
    return profile.recordings().stream()
        .map(one -> one.signals().stream().map(Signal::weight).toList())
        .toList();
  }

  private static TasteFacts played(List<Integer> plays, int factor) {
    var played = new ArrayList<Played>();
    for (int i = 0; i < plays.size(); i++) {
      int times = plays.get(i) * factor;
      played.add(new Played(PLAYS, i + 1, times, 1_000_000L * times));
    }
    return new TasteFacts(List.of(), List.of(), List.of(), played, tracks(plays.size()));
  }

  private static Map<Long, Described> tracks(int count) {
    Map<Long, Described> described = new HashMap<>();
    for (long id = 1; id <= count; id++) {
      described.put(
          id,
          new Described(
              id,
              Kind.TRACK,
              id,
              "Song " + id,
              List.of("Artist " + id % 5, "Guest"),
              List.of(),
              false));
    }
    return described;
  }
}
