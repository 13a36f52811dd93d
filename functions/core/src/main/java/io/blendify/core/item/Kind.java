package io.blendify.core.item;

import java.util.Locale;

/** What an item is. */
public enum Kind {
  TRACK,
  EPISODE,
  ARTIST,
  ALBUM,
  PLAYLIST;

  /** The name in JSON and in the database: {@code track}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The inverse of {@link #label()}. Throws IllegalArgumentException for any other text. */
  public static Kind of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
