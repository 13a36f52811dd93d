package io.blendify.core.sync;

import java.util.List;
import java.util.Locale;

/**
 * One part of a person's library. Where one resource consists of several listings, a <em>list
 * key</em> tells them apart: the time range of top lists, the playlist id of playlist tracks; all
 * others have the empty key.
 */
public enum Resource {
  RECENTLY_PLAYED(Shape.PLAY),
  TOP_TRACKS(Shape.LIST),
  TOP_ARTISTS(Shape.LIST),
  SAVED_TRACKS(Shape.SET),
  SAVED_ALBUMS(Shape.SET),
  FOLLOWED_ARTISTS(Shape.SET),
  PLAYLISTS(Shape.SET),
  PLAYLIST_TRACKS(Shape.LIST);

  /** The list keys of top lists, as every provider's ranges are called here. */
  public static final List<String> TIME_RANGES = List.of("short_term", "medium_term", "long_term");

  private final Shape shape;

  Resource(Shape shape) {
    this.shape = shape;
  }

  public Shape shape() {
    return shape;
  }

  /** The name in JSON and in the database: {@code top_tracks}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The inverse of {@link #label()}. Throws IllegalArgumentException for any other text. */
  public static Resource of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
