package io.blendify.providers.spotify;

import static io.blendify.core.sync.Resource.FOLLOWED_ARTISTS;
import static io.blendify.core.sync.Resource.PLAYLISTS;
import static io.blendify.core.sync.Resource.PLAYLIST_TRACKS;
import static io.blendify.core.sync.Resource.SAVED_ALBUMS;
import static io.blendify.core.sync.Resource.SAVED_TRACKS;
import static io.blendify.core.sync.Resource.TOP_ARTISTS;
import static io.blendify.core.sync.Resource.TOP_TRACKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.Isrc;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.history.Observation.Placed;
import io.blendify.core.item.Album;
import io.blendify.core.item.Artist;
import io.blendify.core.item.Credit;
import io.blendify.core.item.Kind;
import io.blendify.core.item.Playlist;
import io.blendify.core.item.Track;
import io.blendify.core.provider.Cursor;
import io.blendify.core.provider.FetchOutcome.Unreadable;
import io.blendify.core.sync.Resource;
import io.blendify.providers.json.JsonTree;
import io.blendify.providers.spotify.SpotifyConfig.PlaylistPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpotifyListingsTest {

  private SpotifyBench spotify;

  @BeforeEach
  void start() throws IOException {
    spotify = new SpotifyBench();
  }

  @AfterEach
  void stop() {
    spotify.close();
  }

  @Test
  void aTrackIsReadInFull() throws IOException {
    var page = spotify.page(TOP_TRACKS, "top-tracks.partial.json");
    var track = (Track) ((Placed) page.observations().getFirst()).item();
    assertThat(track.key().id()).isEqualTo("0cLanternStreet0000001");
    assertThat(track.key().kind()).isEqualTo(Kind.TRACK);
    assertThat(track.name()).isEqualTo("Lantern Street");
    assertThat(track.artists())
        .containsExactly(
            new Credit("0aPaperHarbour00000001", "Paper Harbour"),
            new Credit("0aSilverFern0000000002", "Silver Fern"));
    assertThat(track.albumId()).isEqualTo("0bLowTide000000000001");
    assertThat(track.albumName()).isEqualTo("Low Tide");
    assertThat(track.albumArtUrl()).isEqualTo("https://i.scdn.co/image/wide");
    assertThat(track.durationMs()).isEqualTo(207812);
    assertThat(track.isrc()).isEqualTo(new Isrc("GBXYZ2500004"));
    assertThat(track.explicit()).isFalse();
    assertThat(track.releaseDate()).isEqualTo("2025-03");
    assertThat(track.url()).isEqualTo("https://open.spotify.com/track/0cLanternStreet0000001");
    assertThat(track.metadata().popularity()).isNull();
    var sent = spotify.page(TOP_TRACKS, "top-tracks.partial.json");
    assertThat(((Placed) sent.observations().getFirst()).item()).isEqualTo(track);
    assertThat(JsonTree.read(track.metadata().json().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            JsonTree.read(
                    SpotifyBench.read("top-tracks.partial.json").getBytes(StandardCharsets.UTF_8))
                .get("items")
                .get(0));
  }

  @Test
  void aTrackWithNothingButAnIdIsATrack() {
    var page = spotify.page(TOP_TRACKS, "top-tracks.partial.json");
    var track = (Track) ((Placed) page.observations().get(1)).item();
    assertThat(track.name()).isEqualTo("Søl 🌊 夜");
    assertThat(track.artists()).isEmpty();
    assertThat(track.isrc()).isNull();
    assertThat(track.durationMs()).isNull();
    assertThat(track.explicit()).isNull();
  }

  @Test
  void aShortPageInTheMiddleKeepsThePlacesOfWhatFollows() {
    var page = spotify.page(TOP_TRACKS, "top-tracks.partial.json");
    assertThat(page.observations()).hasSize(50);
    assertThat(page.observations().subList(2, 50)).containsOnly(new Placed(null, null, null));
    assertThat(page.next()).isEqualTo(new Cursor("50"));
    assertThat(page.total()).isEqualTo(60);
  }

  @Test
  void anOffsetBeyondTheEndIsAnEmptyLastPage() {
    spotify.answers(200, "top-tracks.empty.json");
    var page = SpotifyBench.page(spotify.ask(TOP_TRACKS, "long_term", new Cursor("50"), null));
    assertThat(page.observations()).isEmpty();
    assertThat(page.next()).isNull();
    assertThat(spotify.server.lastAsked().uri())
        .hasToString("/v1/me/top/tracks?time_range=long_term&limit=50&offset=50");
  }

  @Test
  void topListsEndAtTheirCap() {
    var deep =
        SpotifyBench.read("top-tracks.partial.json")
            .replace("offset=50", "offset=100")
            .replace("https://api.spotify.com", spotify.server.url().toString());
    spotify.server.answers(200, deep);
    var page = SpotifyBench.page(spotify.ask(TOP_TRACKS, "short_term", new Cursor("50"), null));
    assertThat(page.next()).isNull();
  }

  @Test
  void anyOtherListingThatDoesNotEndIsRefused() {
    var deep =
        SpotifyBench.read("saved-tracks.partial.json")
            .replace("offset=50", "offset=150")
            .replace("https://api.spotify.com", spotify.server.url().toString());
    spotify.server.answers(200, deep);
    assertThat(spotify.ask(SAVED_TRACKS, "", new Cursor("100"), null))
        .isInstanceOf(Unreadable.class);
  }

  @Test
  void fieldsThatNewAppsLackAreNullAndNotZero() {
    var artist = (Artist) ((Placed) only(TOP_ARTISTS, "top-artists.new.json")).item();
    assertThat(artist.genres()).isNull();
    assertThat(artist.metadata().popularity()).isNull();
    assertThat(artist.metadata().followerCount()).isNull();
    assertThat(artist.imageUrl()).isEqualTo("https://i.scdn.co/image/c");
  }

  @Test
  void fieldsThatOldAppsHaveAreKept() {
    var artist = (Artist) ((Placed) only(TOP_ARTISTS, "top-artists.old.json")).item();
    assertThat(artist.genres()).containsExactly("indie pop");
    assertThat(artist.metadata().popularity()).isEqualTo(57);
    assertThat(artist.metadata().followerCount()).isEqualTo(48211);
  }

  @Test
  void playlistsArePagedByCountingWhereverNextPoints() {
    var page = spotify.page(PLAYLISTS, "playlists.mixed.json");
    assertThat(page.next()).isEqualTo(new Cursor("50"));
    assertThat(page.skipped()).isEqualTo(1);
    assertThat(page.observations()).hasSize(4);
    spotify.answers(200, "playlists.mixed.json").ask(PLAYLISTS, "", page.next(), null);
    assertThat(spotify.server.lastAsked().uri()).hasToString("/v1/me/playlists?limit=50&offset=50");
  }

  @Test
  void aPlaylistIsReadInEitherShape() {
    var playlists =
        spotify.page(PLAYLISTS, "playlists.mixed.json").observations().stream()
            .map(member -> (Playlist) ((Member) member).item())
            .toList();
    assertThat(playlists).extracting(Playlist::trackCount).containsExactly(84, 0, 7, null);
    assertThat(playlists).extracting(Playlist::isPublic).containsExactly(false, null, true, false);
    assertThat(playlists)
        .extracting(Playlist::ownerName)
        .containsExactly("Mira Example", "Mira Example", "Mira Example", null);
    assertThat(playlists.getFirst().version()).isEqualTo("AAAAB301");
    assertThat(playlists.getFirst().imageUrl()).isNull();
    assertThat(playlists.get(2).imageUrl()).isEqualTo("https://mosaic.scdn.co/640/dd");
  }

  @Test
  void aNewSnapshotAloneIsNoNewDescription() {
    var before = (Playlist) ((Member) first(PLAYLISTS, "playlists.mixed.json")).item();
    spotify.server.answers(
        200,
        SpotifyBench.read("playlists.mixed.json")
            .replace("AAAAB301", "another")
            .replace("https://api.spotify.com", spotify.server.url().toString()));
    var after =
        (Playlist)
            ((Member) SpotifyBench.page(spotify.ask(PLAYLISTS)).observations().getFirst()).item();
    assertThat(after.version()).isEqualTo("another");
    assertThat(after.metadata().hash()).isEqualTo(before.metadata().hash());
  }

  @ParameterizedTest
  @ValueSource(strings = {"new", "old", "both"})
  void aPlaylistsContentIsTheSameInEveryShape(String shape) {
    spotify.answers(200, "playlist-items." + shape + ".json");
    var page = SpotifyBench.page(spotify.ask(PLAYLIST_TRACKS, "0dEvening00000000001", null, null));
    var items = page.observations().stream().map(place -> ((Placed) place).item()).toList();
    assertThat(page.observations()).hasSize(5);
    assertThat(items.get(0).key().id()).isEqualTo("0cLanternStreet0000001");
    assertThat(items.get(1).key().id()).isEqualTo("spotify:local:Garage+Band:Tapes:Demo+7:273");
    assertThat(items.get(2)).isNull();
    assertThat(items.get(3).key().kind()).isEqualTo(Kind.EPISODE);
    assertThat(items.get(4)).isNull();
    assertThat(page.observations().get(0))
        .isEqualTo(new Placed(items.get(0), Instant.parse("2026-01-09T07:15:00Z"), "31mira"));
    assertThat(page.observations().get(2)).isEqualTo(new Placed(null, null, null));
    assertThat(spotify.server.lastAsked().uri().toString())
        .isEqualTo(
            "/v1/playlists/0dEvening00000000001/items?additional_types=track,episode"
                + "&limit=50&offset=0");
  }

  @Test
  void anEpisodeNamesItsShow() {
    spotify.answers(200, "playlist-items.new.json");
    var page = SpotifyBench.page(spotify.ask(PLAYLIST_TRACKS, "0dEvening00000000001", null, null));
    var episode = (Track) ((Placed) page.observations().get(3)).item();
    assertThat(episode.artists()).isEmpty();
    assertThat(episode.albumName()).isEqualTo("Tide talk");
    assertThat(episode.albumId()).isNull();
    assertThat(episode.albumArtUrl()).isEqualTo("https://i.scdn.co/image/ep");
    assertThat(episode.releaseDate()).isEqualTo("2026-01-02");
  }

  @Test
  void oldAppsAskAtTheOldAddress() throws IOException {
    try (var old = new SpotifyBench(null, PlaylistPath.TRACKS)) {
      old.answers(200, "playlist-items.old.json").ask(PLAYLIST_TRACKS, "0d/x?y", null, null);
      assertThat(old.server.lastAsked().uri().getRawPath())
          .isEqualTo("/v1/playlists/0d%2Fx%3Fy/tracks");
    }
  }

  @Test
  void aSavedTrackWithoutATimeIsSavedAndOneWithoutATrackIsSkipped() {
    var page = spotify.page(SAVED_TRACKS, "saved-tracks.partial.json");
    assertThat(page.observations())
        .extracting(member -> ((Member) member).since())
        .containsExactly(Instant.parse("2026-05-01T20:11:09Z"), null);
    assertThat(page.skipped()).isEqualTo(1);
    assertThat(page.total()).isEqualTo(912);
  }

  @Test
  void aSavedAlbumIsReadInFull() {
    var member = (Member) only(SAVED_ALBUMS, "saved-albums.full.json");
    var album = (Album) member.item();
    assertThat(member.since()).isEqualTo(Instant.parse("2025-12-24T09:00:00Z"));
    assertThat(album.albumType()).isEqualTo("album");
    assertThat(album.releaseDate()).isEqualTo("2025-03");
    assertThat(album.totalTracks()).isEqualTo(11);
    assertThat(album.genres()).isEmpty();
    assertThat(album.artistName()).isEqualTo("Paper Harbour");
    assertThat(album.metadata().json()).contains("\"upc\":\"0198000000011\"");
  }

  @Test
  void followedArtistsArePagedByTheLastOne() {
    var page = spotify.page(FOLLOWED_ARTISTS, "followed-artists.partial.json");
    assertThat(page.observations()).hasSize(1);
    assertThat(page.total()).isEqualTo(63);
    spotify.answers(200, "followed-artists.last.json");
    var last = SpotifyBench.page(spotify.ask(FOLLOWED_ARTISTS, "", page.next(), null));
    assertThat(last.next()).isNull();
    assertThat(spotify.server.asked().get(0).uri())
        .hasToString("/v1/me/following?type=artist&limit=50");
    assertThat(spotify.server.asked().get(1).uri())
        .hasToString("/v1/me/following?type=artist&limit=50&after=0aPaperHarbour00000001");
  }

  @Test
  void aCursorThatDoesNotMoveIsRefused() {
    var first = spotify.page(FOLLOWED_ARTISTS, "followed-artists.partial.json");
    spotify.answers(200, "followed-artists.partial.json");
    assertThat(spotify.ask(FOLLOWED_ARTISTS, "", first.next(), null))
        .isInstanceOf(Unreadable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "{api}/me/tracks?offset=0&limit=50",
    "{api}/me/tracks?offset=-50",
    "{api}/me/tracks?offset=51",
    "{api}/me/tracks?offset=x",
    "https://elsewhere.invalid/v1/me/tracks?offset=50",
    "http://127.0.0.1.elsewhere.invalid/v1/me/tracks?offset=50",
    "//elsewhere.invalid/v1/me/tracks?offset=50",
    "/v1/me/tracks?offset=50",
    "not an address"
  })
  void aNextThatStandsStillOrLeadsAwayIsRefusedAndNotFollowed(String next) {
    spotify.server.answers(
        200,
        "{\"items\":[],\"next\":\"" + next.replace("{api}", spotify.server.url() + "/v1") + "\"}");
    assertThat(spotify.ask(SAVED_TRACKS)).isInstanceOf(Unreadable.class);
    assertThat(spotify.server.asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "null", "7", "{\"items\":null}", "{\"items\":{}}"})
  void jsonOfAnotherShapeIsUnreadable(String body) {
    for (var resource : List.of(TOP_TRACKS, PLAYLISTS, FOLLOWED_ARTISTS, SAVED_ALBUMS)) {
      spotify.server.answers(200, body);
      assertThat(spotify.ask(resource)).as(resource.label()).isInstanceOf(Unreadable.class);
    }
  }

  @Test
  void theRequestCarriesTheTokenAndOffersCompression() {
    spotify.page(SAVED_TRACKS, "saved-tracks.partial.json");
    assertThat(spotify.server.lastAsked().header("Authorization")).isEqualTo("Bearer access-one");
    assertThat(spotify.server.lastAsked().header("Accept-encoding")).isEqualTo("gzip");
  }

  private Object only(Resource resource, String file) {
    var page = spotify.page(resource, file);
    assertThat(page.observations()).hasSize(1);
    return page.observations().getFirst();
  }

  private Object first(Resource resource, String file) {
    return spotify.page(resource, file).observations().getFirst();
  }
}
