package io.blendify.providers.spotify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.Cursor;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.FetchOutcome.Page;
import io.blendify.core.provider.Listing;
import io.blendify.core.provider.ListingRequest;
import io.blendify.core.sync.Resource;
import io.blendify.providers.ScriptedServer;
import io.blendify.providers.spotify.SpotifyConfig.PlaylistPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** The Spotify package on a scripted server, with limits small enough to be reached. */
final class SpotifyBench implements AutoCloseable {

  static final int MAX_BODY = 100_000;
  static final AccessToken TOKEN = new AccessToken("access-one");

  final ScriptedServer server;
  private final SpotifyConfig config;
  private final SpotifyHttp http;
  private final Map<Resource, Listing> listings;

  SpotifyBench() throws IOException {
    this(null, PlaylistPath.ITEMS);
  }

  SpotifyBench(String secret, PlaylistPath path) throws IOException {
    this(secret, path, Duration.ofSeconds(20));
  }

  SpotifyBench(String secret, PlaylistPath path, Duration timeout) throws IOException {
    server = new ScriptedServer();
    config = config(server.url(), secret, path, timeout);
    http = new SpotifyHttp(config);
    var api = new SpotifyApi(config, http);
    var counted = new SpotifyListings(api);
    listings =
        Map.of(
            Resource.TOP_TRACKS, counted.topTracks(),
            Resource.TOP_ARTISTS, counted.topArtists(),
            Resource.RECENTLY_PLAYED, new SpotifyRecentlyPlayed(api),
            Resource.PLAYLISTS, counted.playlists(),
            Resource.PLAYLIST_TRACKS, counted.playlistTracks(),
            Resource.SAVED_TRACKS, counted.savedTracks(),
            Resource.SAVED_ALBUMS, counted.savedAlbums(),
            Resource.FOLLOWED_ARTISTS, new SpotifyFollowedArtists(api));
  }

  static SpotifyConfig config(URI server, String secret, PlaylistPath path, Duration timeout) {
    return new SpotifyConfig(
        "client-one",
        secret,
        URI.create(server + "/v1"),
        server,
        Duration.ofSeconds(10),
        timeout,
        MAX_BODY,
        path,
        2,
        3);
  }

  SpotifySignIn signIn() {
    return new SpotifySignIn(config, new SpotifyClientSecret(config, null), http);
  }

  Listing listing(Resource resource) {
    return Objects.requireNonNull(listings.get(resource));
  }

  /** The server answers with the file; its links lead to the server itself. */
  SpotifyBench answers(int status, String file, String... headers) {
    var text = read(file).replace("https://api.spotify.com/v1", server.url() + "/v1");
    server.answers(status, text, headers);
    return this;
  }

  FetchOutcome ask(Resource resource, String listKey, Cursor cursor, Instant after) {
    return listing(resource).page(new ListingRequest(TOKEN, listKey, cursor, after));
  }

  FetchOutcome ask(Resource resource) {
    return ask(resource, "", null, null);
  }

  Page page(Resource resource, String file) {
    return page(answers(200, file).ask(resource));
  }

  static Page page(FetchOutcome outcome) {
    if (outcome instanceof Page page) {
      return page;
    }
    throw new AssertionError("no page, but " + outcome);
  }

  static String read(String file) {
    try (var in = SpotifyBench.class.getResourceAsStream("/spotify/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
