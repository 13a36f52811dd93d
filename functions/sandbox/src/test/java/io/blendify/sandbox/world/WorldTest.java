package io.blendify.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorldTest {

  private static final Instant DAY = Instant.parse("2026-11-11T12:00:00Z");
  private static final World WORLD = World.of(WorldOptions.defaults());

  @Test
  void theSameSeedGivesTheSameWorldInWhateverOrderItIsAsked() {
    var other = World.of(WorldOptions.defaults());
    for (var person : other.people().reversed()) {
      state(other, person, DAY.plus(Duration.ofDays(40)));
    }
    for (int index : new int[] {0, 3, 5, 17, 44}) {
      var person = WORLD.people().get(index);
      assertThat(state(other, other.people().get(index), DAY)).isEqualTo(state(WORLD, person, DAY));
    }
  }

  @Test
  void anotherSeedGivesAnotherWorld() {
    var other = World.of(WorldOptions.defaults().withSeed(7));
    var first = other.people().getFirst();
    assertThat(first.key()).isEqualTo("mira");
    assertThat(other.catalog().track(WORLD.catalog().tracks().iterator().next().id())).isNull();
    assertThat(state(other, first, DAY)).isNotEqualTo(state(WORLD, WORLD.people().getFirst(), DAY));
  }

  @Test
  void thePastDoesNotChangeWhenTheFutureIsAskedFor() {
    var person = WORLD.person("jonas").orElseThrow();
    var before = state(WORLD, person, DAY);
    state(WORLD, person, DAY.plus(Duration.ofDays(400)));
    assertThat(state(WORLD, person, DAY)).isEqualTo(before);
  }

  @Test
  void theCatalogueHasWhatRealOnesHave() {
    var tracks = WORLD.catalog().tracks();
    assertThat(WORLD.catalog().artists()).hasSizeGreaterThan(300);
    assertThat(tracks).hasSizeGreaterThan(5_000);
    assertThat(ids(tracks, Track::id)).hasSize(tracks.size());
    assertThat(tracks).anyMatch(track -> track.isrc() == null);
    assertThat(tracks).anyMatch(track -> track.isrc() != null && track.isrc().contains("-"));
    assertThat(tracks).anyMatch(track -> track.name().endsWith(" - Live"));
    assertThat(tracks).anyMatch(track -> track.name().contains(" - Remastered 20"));
    assertThat(tracks).anyMatch(track -> track.artists().size() > 1);
    assertThat(tracks)
        .anyMatch(track -> track.name().codePoints().anyMatch(Character::isSupplementaryCodePoint));
    assertThat(WORLD.catalog().artists())
        .anyMatch(
            artist -> artist.name().codePoints().anyMatch(Character::isSupplementaryCodePoint));
    assertThat(WORLD.catalog().albums())
        .extracting(Album::precision)
        .contains("year", "month", "day");
    assertThat(WORLD.catalog().albums()).anyMatch(album -> album.cover() == 0);
  }

  @Test
  void aRecordingCanHaveSeveralIds() {
    var single =
        WORLD.catalog().tracks().stream()
            .filter(track -> track.album().kind() == Album.Kind.SINGLE && track.isrc() != null)
            .findFirst()
            .orElseThrow();
    assertThat(WORLD.catalog().withIsrc(single.isrc())).hasSizeGreaterThan(1).contains(single);
  }

  @Test
  void overlapIsGraded() {
    var mira = WORLD.person("mira").orElseThrow();
    assertThat(overlap(mira, "mira")).isEqualTo(1.0);
    assertThat(overlap(mira, "aiko")).isBetween(0.08, 0.9);
    assertThat(overlap(mira, "aiko")).isGreaterThan(overlap(mira, "jonas"));
    assertThat(overlap(mira, "aiko")).isGreaterThan(overlap(mira, "zoe") + 0.05);
    assertThat(overlap(WORLD.person("zoe").orElseThrow(), "jonas")).isLessThan(0.03);
  }

  @Test
  void everybodyWhoListensHasTopListsPlaysAndALibrary() {
    assertThat(WORLD.people()).hasSizeGreaterThanOrEqualTo(40);
    for (var person : WORLD.people()) {
      if (!person.isNew()) {
        assertThat(WORLD.plays(person, DAY, 50)).as(person.key()).hasSize(50);
        assertThat(WORLD.topTracks(person, TopRange.SHORT_TERM, DAY)).as(person.key()).isNotEmpty();
        assertThat(WORLD.savedTracks(person, DAY)).as(person.key()).isNotEmpty();
        assertThat(WORLD.playlists(person, DAY)).as(person.key()).hasSizeGreaterThan(3);
        assertThat(WORLD.followedArtists(person, DAY)).as(person.key()).isNotEmpty();
      }
    }
  }

  @Test
  void noTwoPlaysOfAPersonHaveTheSameTimeAndNoneLiesAhead() {
    for (var person : WORLD.demoPeople()) {
      var plays = WORLD.plays(person, DAY, 500);
      assertThat(ids(plays, play -> play.at().toString())).hasSize(plays.size());
      assertThat(plays).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
      assertThat(plays).allMatch(play -> !play.at().isAfter(DAY));
    }
  }

  @Test
  void withinTenDaysEveryKindOfChangeHappensToEverybody() {
    for (var person : WORLD.demoPeople()) {
      if (!person.isNew()) {
        assertThat(changesOverTenDays(person)).as(person.key()).contains(everyKind());
      }
    }
  }

  private static String[] everyKind() {
    return new String[] {
      "saved",
      "unsaved",
      "album saved",
      "followed",
      "unfollowed",
      "playlist made",
      "playlist deleted",
      "playlist edited",
      "playlist renamed",
      "tops"
    };
  }

  @Test
  void equalRevisionsOfAPlaylistHaveEqualContents() {
    for (var person : WORLD.demoPeople()) {
      for (int day = 0; day < 20; day++) {
        var at = DAY.plus(Duration.ofDays(day));
        for (var playlist : WORLD.playlists(person, at)) {
          var later = WORLD.playlist(playlist.id(), at.plus(Duration.ofDays(1)));
          later
              .filter(other -> other.revision() == playlist.revision())
              .ifPresent(other -> assertThat(other).isEqualTo(playlist));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 314, 900})
  void theFirstPlaylistHasAllThatIsNotSimplyATrack(int day) {
    var entries = own(WORLD.person("mira").orElseThrow(), 0, beginning(day)).entries();
    assertThat(entries).anyMatch(entry -> entry.media() instanceof Media.LocalFile);
    assertThat(entries).anyMatch(entry -> entry.media() instanceof Media.Episode);
    assertThat(entries).anyMatch(entry -> entry.media() == null);
    assertThat(entries).filteredOn(e -> e.media() instanceof Media.OfCatalog).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 314, 900})
  void veryOldPlaylistsKnowNeitherWhenNorWho(int day) {
    for (var person : WORLD.demoPeople()) {
      if (!person.isNew()) {
        assertThat(own(person, 2, beginning(day)).entries())
            .as(person.key())
            .isNotEmpty()
            .allMatch(entry -> entry.addedAt() == null && entry.addedBy() == null);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 314, 900})
  void aSharedPlaylistIsInBothListsAndFilledByBoth(int day) {
    var at = beginning(day);
    var mira = WORLD.person("mira").orElseThrow();
    var aiko = WORLD.person("aiko").orElseThrow();
    var shared = ofKind(aiko, Playlist.Kind.COLLABORATIVE, at);
    assertThat(shared.owner()).isEqualTo(mira);
    assertThat(shared.name()).startsWith("Us two");
    assertThat(shared.isOpenTo(aiko)).isTrue();
    assertThat(shared.entries())
        .hasSizeGreaterThanOrEqualTo(20)
        .extracting(Playlist.Entry::addedBy)
        .contains(mira.id(), aiko.id());
    assertThat(WORLD.playlists(mira, at)).contains(shared);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 314, 900})
  void aGeneratedPlaylistStaysFilled(int day) {
    var mira = WORLD.person("mira").orElseThrow();
    var generated = ofKind(mira, Playlist.Kind.GENERATED, beginning(day));
    assertThat(generated.entries())
        .hasSizeGreaterThanOrEqualTo(20)
        .allMatch(entry -> entry.media() instanceof Media.OfCatalog);
  }

  private static Instant beginning(int day) {
    return World.BEGINNING.plus(Duration.ofDays(day));
  }

  private static Playlist ofKind(Person person, Playlist.Kind kind, Instant at) {
    return WORLD.playlists(person, at).stream()
        .filter(playlist -> playlist.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> WorldOptions.defaults().withPeople(3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WorldOptions.defaults().withLargeLibrary(9_000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLargeLibraryIsAsLargeAsAskedFor() {
    var world = World.of(WorldOptions.defaults().withLargeLibrary(5_000));
    assertThat(world.savedTracks(world.person("petra").orElseThrow(), World.BEGINNING))
        .hasSize(5_000);
  }

  private static Playlist own(Person person, int n, Instant at) {
    return WORLD.playlist(Playlist.idOf(WORLD.options().seed(), person, n), at).orElseThrow();
  }

  private static Set<String> changesOverTenDays(Person person) {
    var found = new HashSet<String>();
    for (int day = 0; day < 10; day++) {
      var at = DAY.plus(Duration.ofDays(day));
      var next = at.plus(Duration.ofDays(1));
      compare(
          found,
          "",
          person,
          at,
          next,
          (p, t) -> ids(WORLD.savedTracks(p, t), s -> s.what().id()),
          "saved",
          "unsaved");
      compare(
          found,
          "album ",
          person,
          at,
          next,
          (p, t) -> ids(WORLD.savedAlbums(p, t), s -> s.what().id()),
          "saved",
          "unsaved");
      compare(
          found,
          "",
          person,
          at,
          next,
          (p, t) -> ids(WORLD.followedArtists(p, t), Artist::id),
          "followed",
          "unfollowed");
      compare(
          found,
          "playlist ",
          person,
          at,
          next,
          (p, t) -> ids(ownOf(p, t), Playlist::id),
          "made",
          "deleted");
      for (var playlist : ownOf(person, at)) {
        WORLD.playlist(playlist.id(), next).ifPresent(later -> compare(found, playlist, later));
      }
      if (!WORLD
          .topTracks(person, TopRange.SHORT_TERM, at)
          .equals(WORLD.topTracks(person, TopRange.SHORT_TERM, next))) {
        found.add("tops");
      }
    }
    return found;
  }

  private static void compare(Set<String> found, Playlist before, Playlist after) {
    if (!before.name().equals(after.name())) {
      found.add("playlist renamed");
    }
    if (!before.entries().equals(after.entries())) {
      found.add("playlist edited");
    }
  }

  private static void compare(
      Set<String> found,
      String what,
      Person person,
      Instant before,
      Instant after,
      BiFunction<Person, Instant, Set<String>> ids,
      String added,
      String removed) {
    var old = ids.apply(person, before);
    var now = ids.apply(person, after);
    if (!old.containsAll(now)) {
      found.add(what + added);
    }
    if (!now.containsAll(old)) {
      found.add(what + removed);
    }
  }

  private static List<Playlist> ownOf(Person person, Instant at) {
    return WORLD.playlists(person, at).stream()
        .filter(playlist -> person.equals(playlist.owner()))
        .toList();
  }

  private static double overlap(Person person, String other) {
    var own = ids(WORLD.topArtists(person, TopRange.LONG_TERM, DAY), Artist::id);
    var theirs =
        ids(
            WORLD.topArtists(WORLD.person(other).orElseThrow(), TopRange.LONG_TERM, DAY),
            Artist::id);
    var all = new HashSet<>(own);
    all.addAll(theirs);
    own.retainAll(theirs);
    return (double) own.size() / all.size();
  }

  private static <T> Set<String> ids(Collection<T> of, java.util.function.Function<T, String> id) {
    return of.stream().map(id).collect(Collectors.toCollection(HashSet::new));
  }

  private static List<Object> state(World world, Person person, Instant at) {
    var state = new ArrayList<Object>();
    for (var range : TopRange.values()) {
      state.add(world.topTracks(person, range, at));
      state.add(world.topArtists(person, range, at));
    }
    state.add(world.plays(person, at, 80));
    state.add(world.savedTracks(person, at));
    state.add(world.savedAlbums(person, at));
    state.add(world.followedArtists(person, at));
    state.add(world.playlists(person, at));
    return state;
  }
}
