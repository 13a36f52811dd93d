package io.blendify.api.page;

import io.blendify.api.page.LibraryPage.Row;
import io.blendify.core.sync.Resource;
import io.blendify.store.library.FollowedArtist;
import io.blendify.store.library.Library;
import io.blendify.store.library.ListedPlaylist;
import io.blendify.store.library.PlayedTrack;
import io.blendify.store.library.PlaylistTrack;
import io.blendify.store.library.Reading;
import io.blendify.store.library.SavedAlbum;
import io.blendify.store.library.SavedTrack;
import io.blendify.store.library.Shelf;
import io.blendify.store.library.TopArtist;
import io.blendify.store.library.TopTrack;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the lists of a library as rows of a page. */
@Singleton
class LibraryRows {
  private static final int GENRES = 3;

  private final Library library;

  LibraryRows(Library library) {
    this.library = library;
  }

  /**
   * The rows of one list.
   *
   * @param list time range of top lists, id of the playlist; null for the others
   */
  List<Row> of(
      UUID user, Resource resource, @Nullable String list, Instant at, int limit, int offset) {
    var reading = new Reading(user, at, list, null, false, limit, offset);
    return switch (resource) {
      case TOP_TRACKS -> rows(Shelf.TOP_TRACKS, reading, LibraryRows::row);
      case TOP_ARTISTS -> rows(Shelf.TOP_ARTISTS, reading, LibraryRows::row);
      case RECENTLY_PLAYED -> rows(Shelf.RECENTLY_PLAYED, reading, LibraryRows::row);
      case PLAYLISTS -> rows(Shelf.PLAYLISTS, reading, LibraryRows::row);
      case PLAYLIST_TRACKS -> rows(Shelf.PLAYLIST_TRACKS, reading, LibraryRows::row);
      case SAVED_TRACKS -> rows(Shelf.SAVED_TRACKS, reading, LibraryRows::row);
      case SAVED_ALBUMS -> rows(Shelf.SAVED_ALBUMS, reading, LibraryRows::row);
      case FOLLOWED_ARTISTS -> rows(Shelf.FOLLOWED_ARTISTS, reading, LibraryRows::row);
    };
  }

  private <T> List<Row> rows(Shelf<T> shelf, Reading reading, Function<T, Row> row) {
    return library.read(shelf, reading).stream().map(row).toList();
  }

  /** The same, with a row where places between two of them are taken by nothing any more. */
  static List<Row> withGaps(List<Row> rows) {
    var all = new ArrayList<Row>();
    int last = 0;
    for (var row : rows) {
      int place = row.place() == null ? last + 1 : row.place();
      if (last > 0 && place > last + 1) {
        all.add(gone(last + 1, place - 1));
      }
      all.add(row);
      last = place;
    }
    return all;
  }

  private static Row gone(int from, int to) {
    return new Row(
        from,
        new Tile("–", 0, null),
        from == to
            ? "No longer available"
            : "No longer available: places %d to %d".formatted(from, to),
        null,
        "What stood here was taken away; its place is kept.",
        null,
        "",
        null,
        true);
  }

  private static Row row(TopTrack track) {
    return track(
        track.rank(),
        track.trackName(),
        track.artistName(),
        track.albumName(),
        track.albumArtUrl(),
        track.durationMs(),
        null);
  }

  private static Row row(PlayedTrack track) {
    return track(
        null,
        track.trackName(),
        track.artistName(),
        track.albumName(),
        track.albumArtUrl(),
        track.durationMs(),
        track.playedAt());
  }

  private static Row row(SavedTrack track) {
    return track(
        null,
        track.trackName(),
        track.artistName(),
        track.albumName(),
        track.albumArtUrl(),
        track.durationMs(),
        track.savedAt());
  }

  private static Row row(PlaylistTrack track) {
    var name = track.trackName();
    return track(
        track.trackPosition(),
        name == null ? "Without a name" : name,
        track.artistName(),
        track.albumName(),
        track.albumArtUrl(),
        track.durationMs(),
        track.addedAt());
  }

  private static Row track(
      @Nullable Integer place,
      String name,
      @Nullable String artist,
      @Nullable String album,
      @Nullable String cover,
      @Nullable Integer length,
      @Nullable Instant at) {
    return new Row(
        place,
        Tile.of(album == null ? name : album, cover),
        name,
        null,
        artist,
        album,
        Words.length(length),
        When.exactlyOrNull(at),
        false);
  }

  private static Row row(TopArtist artist) {
    return artist(artist.rank(), artist.artistName(), artist.imageUrl(), artist.genres());
  }

  private static Row row(FollowedArtist artist) {
    return artist(null, artist.artistName(), artist.imageUrl(), artist.genres());
  }

  private static Row artist(
      @Nullable Integer place,
      String name,
      @Nullable String picture,
      @Nullable List<String> genres) {
    var known = genres == null ? List.<String>of() : genres;
    var words = String.join(", ", known.stream().limit(GENRES).toList());
    return new Row(
        place,
        Tile.of(name, picture),
        name,
        null,
        words.isEmpty() ? null : words,
        null,
        "",
        null,
        false);
  }

  private static Row row(SavedAlbum album) {
    return new Row(
        null,
        Tile.of(album.albumName(), album.imageUrl()),
        album.albumName(),
        null,
        album.artistName(),
        album.releaseDate(),
        album.totalTracks() == null ? "" : Words.many(album.totalTracks(), "track"),
        When.exactlyOrNull(album.savedAt()),
        false);
  }

  private static Row row(ListedPlaylist playlist) {
    return new Row(
        null,
        Tile.of(playlist.playlistName(), playlist.imageUrl()),
        playlist.playlistName(),
        "/library/playlists/" + URLEncoder.encode(playlist.playlistId(), StandardCharsets.UTF_8),
        owner(playlist),
        playlist.description() == null || playlist.description().isBlank()
            ? null
            : playlist.description(),
        playlist.trackCount() == null ? "" : Words.many(playlist.trackCount(), "track"),
        null,
        false);
  }

  private static @Nullable String owner(ListedPlaylist playlist) {
    var parts = new ArrayList<String>();
    if (Boolean.TRUE.equals(playlist.isOwner())) {
      parts.add("yours");
    } else if (playlist.ownerName() != null) {
      parts.add("by " + playlist.ownerName());
    }
    if (playlist.isPublic() != null) {
      parts.add(playlist.isPublic() ? "public" : "private");
    }
    return parts.isEmpty() ? null : String.join(", ", parts);
  }
}
