package io.blendify.store.catalog;

import io.blendify.core.item.Album;
import io.blendify.core.item.Artist;
import io.blendify.core.item.Credit;
import io.blendify.core.item.Item;
import io.blendify.core.item.Playlist;
import io.blendify.core.item.Track;
import io.blendify.store.PostgresText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item as a row of {@code catalog.item_versions}; lists are array literals. */
record Columns(
    String name,
    @Nullable String artistName,
    @Nullable String artistIds,
    @Nullable String artistNames,
    @Nullable String albumId,
    @Nullable String albumName,
    @Nullable String imageUrl,
    @Nullable Integer durationMs,
    @Nullable String isrc,
    @Nullable Boolean explicit,
    @Nullable String genres,
    @Nullable String releaseDate,
    @Nullable String albumType,
    @Nullable Integer totalTracks,
    @Nullable String description,
    @Nullable Boolean isPublic,
    @Nullable String ownerId,
    @Nullable String ownerName,
    @Nullable String url,
    String metadata) {

  Columns {
    durationMs = durationMs != null && durationMs > 0 ? durationMs : null;
    metadata = PostgresText.json(metadata);
  }

  static Columns of(Item item) {
    return switch (item) {
      case Track track -> of(track);
      case Album album -> of(album);
      case Artist artist -> of(artist);
      case Playlist playlist -> of(playlist);
    };
  }

  private static Columns of(Track track) {
    var isrc = track.isrc();
    return new Columns(
        track.name(),
        track.artistName(),
        ids(track.artists()),
        names(track.artists()),
        track.albumId(),
        track.albumName(),
        track.albumArtUrl(),
        track.durationMs(),
        isrc == null ? null : isrc.value(),
        track.explicit(),
        null,
        track.releaseDate(),
        null,
        null,
        null,
        null,
        null,
        null,
        track.url(),
        track.metadata().json());
  }

  private static Columns of(Album album) {
    return new Columns(
        album.name(),
        album.artistName(),
        ids(album.artists()),
        names(album.artists()),
        null,
        null,
        album.imageUrl(),
        null,
        null,
        null,
        PostgresText.array(album.genres()),
        album.releaseDate(),
        album.albumType(),
        album.totalTracks(),
        null,
        null,
        null,
        null,
        album.url(),
        album.metadata().json());
  }

  private static Columns of(Artist artist) {
    return new Columns(
        artist.name(),
        null,
        null,
        null,
        null,
        null,
        artist.imageUrl(),
        null,
        null,
        null,
        PostgresText.array(artist.genres()),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        artist.url(),
        artist.metadata().json());
  }

  private static Columns of(Playlist playlist) {
    return new Columns(
        playlist.name(),
        null,
        null,
        null,
        null,
        null,
        playlist.imageUrl(),
        null,
        null,
        null,
        null,
        null,
        null,
        playlist.trackCount(),
        playlist.description(),
        playlist.isPublic(),
        playlist.ownerId(),
        playlist.ownerName(),
        playlist.url(),
        playlist.metadata().json());
  }

  private static @Nullable String ids(List<Credit> credits) {
    return PostgresText.array(credits.stream().map(Credit::id).toList());
  }

  private static @Nullable String names(List<Credit> credits) {
    return PostgresText.array(credits.stream().map(Credit::name).toList());
  }
}
