package io.blendify.providers.spotify;

import static io.blendify.providers.spotify.SpotifyApi.encoded;

import io.blendify.core.provider.Listing;
import io.blendify.core.sync.Resource;
import io.blendify.providers.spotify.OffsetListing.Cap;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** The six listings that are counted by offset, each with its address, scope and entries. */
@Factory
final class SpotifyListings {

  private static final List<String> TOP = List.of("user-top-read");
  private static final List<String> LIBRARY = List.of("user-library-read");
  private static final List<String> PLAYLIST = List.of("playlist-read-private");

  private final SpotifyApi api;
  private final Cap top;
  private final Cap all;

  SpotifyListings(SpotifyApi api) {
    this.api = api;
    this.top = new Cap(api.config().topPages(), true);
    this.all = new Cap(api.config().maxPages(), false);
  }

  @Singleton
  Listing topTracks() {
    return new OffsetListing(
        api,
        Resource.TOP_TRACKS,
        TOP,
        range -> "/me/top/tracks?time_range=" + encoded(range),
        entry -> SpotifyEntries.ranked(SpotifyItems.track(entry)),
        null,
        top);
  }

  @Singleton
  Listing topArtists() {
    return new OffsetListing(
        api,
        Resource.TOP_ARTISTS,
        TOP,
        range -> "/me/top/artists?time_range=" + encoded(range),
        entry -> SpotifyEntries.ranked(SpotifyItems.artist(entry)),
        null,
        top);
  }

  @Singleton
  Listing savedTracks() {
    return new OffsetListing(
        api,
        Resource.SAVED_TRACKS,
        LIBRARY,
        _ -> "/me/tracks",
        entry -> SpotifyEntries.saved(entry, "track", SpotifyItems::track),
        null,
        all);
  }

  @Singleton
  Listing savedAlbums() {
    return new OffsetListing(
        api,
        Resource.SAVED_ALBUMS,
        LIBRARY,
        _ -> "/me/albums",
        entry -> SpotifyEntries.saved(entry, "album", SpotifyItems::album),
        null,
        all);
  }

  @Singleton
  Listing playlists() {
    return new OffsetListing(
        api,
        Resource.PLAYLISTS,
        PLAYLIST,
        _ -> "/me/playlists",
        entry -> SpotifyEntries.member(SpotifyItems.playlist(entry), null),
        null,
        all);
  }

  @Singleton
  Listing playlistTracks() {
    var content = api.config().playlistPath().name().toLowerCase(Locale.ROOT);
    return new OffsetListing(
        api,
        Resource.PLAYLIST_TRACKS,
        PLAYLIST,
        id -> "/playlists/" + encoded(id) + "/" + content + "?additional_types=track,episode",
        SpotifyEntries::playlistEntry,
        id -> "/playlists/" + encoded(id) + "?fields=snapshot_id",
        all);
  }
}
