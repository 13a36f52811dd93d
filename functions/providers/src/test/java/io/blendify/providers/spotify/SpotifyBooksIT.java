package io.blendify.providers.spotify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.history.Observation;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.history.Observation.Placed;
import io.blendify.core.history.Observation.Played;
import io.blendify.core.item.Item;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.ListingRequest;
import io.blendify.core.sync.Resource;
import io.blendify.providers.json.JsonText;
import io.blendify.providers.json.JsonTree;
import io.blendify.sandbox.spotify.Books;
import io.blendify.sandbox.spotify.Edit;
import io.blendify.sandbox.spotify.Effect;
import io.blendify.sandbox.spotify.Fault;
import io.blendify.sandbox.spotify.Shape;
import io.blendify.sandbox.world.Person;
import io.blendify.sandbox.world.TopRange;
import io.blendify.sandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read is what stands in the sandbox's own books: every item, place, date and its JSON. */
class SpotifyBooksIT {

  private static SandboxSpotify spotify;

  /** Both sides in one form; the JSON canonical, without what differs at each request. */
  private record Entry(String id, Instant at, String by, String json) {}

  @BeforeAll
  static void start() throws IOException {
    spotify = new SandboxSpotify();
  }

  @AfterAll
  static void stop() {
    spotify.close();
  }

  @AfterEach
  void calm() {
    spotify.sandbox.faults().clear();
    spotify.clock.set(SandboxSpotify.NOW);
    shape(Shape.NEW_ONLY);
  }

  @ParameterizedTest
  @EnumSource
  void everyListingIsTheBooksInEachShape(Shape shape) {
    shape(shape);
    for (var person : List.of(person("mira"), person("petra"), somebodyNew())) {
      listsAreTheBooks(person);
      setsAreTheBooks(person);
      playlistsAreTheBooks(person);
    }
  }

  @Test
  void thePlaylistsComparedHoldEverySpecialCaseThereIs() {
    spotify.clock.set(World.BEGINNING.plusSeconds(1));
    var all =
        spotify.sandbox.world().demoPeople().stream()
            .flatMap(person -> playlistsAreTheBooks(person).stream())
            .map(Placed.class::cast)
            .toList();
    assertThat(all.stream().anyMatch(place -> place.item() == null)).as("gone").isTrue();
    assertThat(all.stream().anyMatch(place -> place.addedAt() == null)).as("undated").isTrue();
    assertThat(all.stream().map(place -> kind(place.item()))).contains("track", "episode");
    assertThat(all.stream().map(place -> id(place.item())))
        .as("local files")
        .anyMatch(id -> id.startsWith("spotify:local:"));
  }

  @Test
  void oldAppsReadPlaylistsAtTheOldAddress() throws IOException {
    try (var old = new SandboxSpotify("spotify.playlist-path", "tracks")) {
      old.sandbox.treat(old.sandbox.switches().withShape(Shape.OLD_ONLY).withItemsAddress(false));
      var id = openPlaylists(person("mira")).getFirst();
      assertThat(old.readAll("mira", Resource.PLAYLIST_TRACKS, id))
          .hasSameSizeAs(old.sandbox.books().playlistItems(id, now()))
          .isNotEmpty();
    }
  }

  @Test
  void aPlaylistKeptFromThePersonIsWithheldOrGoneAndNotEmpty() {
    var seen = new ArrayList<Books.Access>();
    for (var person : spotify.sandbox.world().demoPeople()) {
      for (var line : books().playlists(person, now())) {
        var access = books().access(person, line.id(), now());
        seen.add(access);
        assertThat(content(person, line.id())).isInstanceOf(expected(access));
      }
    }
    assertThat(content(person("mira"), "0dNoSuchPlaylist000001"))
        .isInstanceOf(FetchOutcome.Gone.class);
    assertThat(seen).contains(Books.Access.WITHHELD, Books.Access.OPEN);
  }

  @Test
  void aShortPageInTheMiddleLosesNothingThatComesLater() {
    for (var path : List.of("/v1/me/top/*", "/v1/me/tracks", "/v1/me/albums", "/v1/me/playlists")) {
      spotify.sandbox.faults().add(Fault.on(path, Effect.shortPage(20)).always());
    }
    setsAreTheBooks(person("mira"));
    listsAreTheBooks(person("mira"));
  }

  @Test
  void whatAShortPageLostIsAnEmptyPlaceAndShiftsNobody() {
    spotify
        .sandbox
        .faults()
        .add(Fault.on("/v1/me/top/**", Effect.edits(new Edit.ShortPage(20, true))));
    var read = spotify.readAll("mira", Resource.TOP_TRACKS, "short_term");
    var written = books().topTracks(person("mira"), TopRange.SHORT_TERM, now());
    assertThat(read).hasSameSizeAs(written);
    assertThat(read.subList(20, 50)).containsOnly(SpotifyEntries.EMPTY_PLACE);
    assertThat(read(read.get(50))).isEqualTo(written(written.get(50)));
  }

  @Test
  void unknownFieldsAndValuesAreIgnoredAndKept() {
    spotify.sandbox.faults().add(Fault.on("/v1/**", Effect.edits(new Edit.Novelties())).always());
    var read = spotify.readAll("mira", Resource.SAVED_ALBUMS, "");
    assertThat(read).hasSameSizeAs(books().savedAlbums(person("mira"), now()));
    assertThat(((Member) read.getFirst()).item().metadata().json()).contains("x_added_in_2027");
  }

  @Test
  void missingFieldsAreNoFault() {
    spotify
        .sandbox
        .faults()
        .add(
            Fault.on(
                    "/v1/**",
                    Effect.without(
                        "external_ids", "images", "name", "album", "artists", "added_at", "owner"))
                .always());
    for (var resource : List.of(Resource.SAVED_TRACKS, Resource.PLAYLISTS)) {
      assertThat(spotify.readAll("mira", resource, "")).as(resource.label()).isNotEmpty();
    }
    assertThat(spotify.readAll("mira", Resource.TOP_TRACKS, "long_term")).isNotEmpty();
  }

  @Test
  void onlyWhatIsNewerThanKnownIsAskedFor() {
    var plays = books().recentlyPlayed(person("mira"), now());
    var known = plays.get(5).at();
    var request = new ListingRequest(spotify.tokenOf("mira"), "", null, known);
    var page = (FetchOutcome.Page) spotify.listing(Resource.RECENTLY_PLAYED).page(request);
    assertThat(page.observations()).hasSize(5);
    assertThat(page.next()).isNull();
  }

  private void listsAreTheBooks(Person person) {
    for (var range : TopRange.values()) {
      same(
          spotify.readAll(person.key(), Resource.TOP_TRACKS, range.wire()),
          books().topTracks(person, range, now()));
      same(
          spotify.readAll(person.key(), Resource.TOP_ARTISTS, range.wire()),
          books().topArtists(person, range, now()));
    }
    same(
        spotify.readAll(person.key(), Resource.RECENTLY_PLAYED, ""),
        books().recentlyPlayed(person, now()));
  }

  private void setsAreTheBooks(Person person) {
    same(
        spotify.readAll(person.key(), Resource.SAVED_TRACKS, ""),
        books().savedTracks(person, now()));
    same(
        spotify.readAll(person.key(), Resource.SAVED_ALBUMS, ""),
        books().savedAlbums(person, now()));
    same(spotify.readAll(person.key(), Resource.PLAYLISTS, ""), books().playlists(person, now()));
    same(
        spotify.readAll(person.key(), Resource.FOLLOWED_ARTISTS, ""),
        books().followedArtists(person, now()));
  }

  private List<Observation> playlistsAreTheBooks(Person person) {
    var all = new ArrayList<Observation>();
    for (var id : openPlaylists(person)) {
      var read = spotify.readAll(person.key(), Resource.PLAYLIST_TRACKS, id);
      same(read, books().playlistItems(id, now()));
      all.addAll(read);
    }
    return all;
  }

  private static List<String> openPlaylists(Person person) {
    return books().playlists(person, now()).stream()
        .map(Books.Line::id)
        .filter(id -> books().access(person, id, now()) == Books.Access.OPEN)
        .toList();
  }

  private static FetchOutcome content(Person person, String playlist) {
    var request = new ListingRequest(spotify.tokenOf(person.key()), playlist, null, null);
    return spotify.listing(Resource.PLAYLIST_TRACKS).page(request);
  }

  private static Class<? extends FetchOutcome> expected(Books.Access access) {
    return switch (access) {
      case OPEN -> FetchOutcome.Page.class;
      case WITHHELD -> FetchOutcome.Withheld.class;
      case MISSING -> FetchOutcome.Gone.class;
    };
  }

  private static void same(List<Observation> read, List<Books.Line> written) {
    assertThat(read).hasSameSizeAs(written);
    for (int i = 0; i < written.size(); i++) {
      assertThat(read(read.get(i))).isEqualTo(written(written.get(i)));
    }
  }

  private static Entry read(Observation observation) {
    return switch (observation) {
      case Placed(var item, var at, var by) -> new Entry(id(item), at, by, json(item));
      case Member(var item, var since) -> new Entry(id(item), since, null, json(item));
      case Played(var track, var at, var _, var _, var _) ->
          new Entry(id(track), at, null, json(track));
    };
  }

  private static Entry written(Books.Line line) {
    var item = line.item();
    if (item == null) {
      return new Entry("", line.at(), line.by(), "");
    }
    var id = line.id() == null ? item.get("uri").asText() : line.id();
    return new Entry(id, line.at(), line.by(), canonical(item.toString()));
  }

  private static String id(Item item) {
    return item == null ? "" : item.key().id();
  }

  private static String kind(Item item) {
    return item == null ? "" : item.key().kind().label();
  }

  private static String json(Item item) {
    return item == null ? "" : canonical(item.metadata().json());
  }

  private static String canonical(String json) {
    try {
      return JsonText.canonical(JsonTree.read(json.getBytes(UTF_8)), Set.of("snapshot_id"));
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }

  private static void shape(Shape shape) {
    spotify.sandbox.treat(spotify.sandbox.switches().withShape(shape));
  }

  private static Instant now() {
    return spotify.clock.instant();
  }

  private static Books books() {
    return spotify.sandbox.books();
  }

  private static Person person(String key) {
    return spotify.sandbox.world().person(key).orElseThrow();
  }

  private static Person somebodyNew() {
    return spotify.sandbox.world().people().stream()
        .filter(Person::isNew)
        .findFirst()
        .orElseThrow();
  }
}
