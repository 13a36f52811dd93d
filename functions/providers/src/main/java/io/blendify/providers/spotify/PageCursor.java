package io.blendify.providers.spotify;

import io.blendify.core.provider.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Our cursor where Spotify has cursors of its own: how many pages came before, and Spotify's.
 *
 * @param page from 0
 */
record PageCursor(int page, String value) {

  /** The start of the listing, or what {@link #cursor()} wrote. */
  static PageCursor of(@Nullable Cursor cursor, String start) {
    if (cursor == null) {
      return new PageCursor(0, start);
    }
    var sign = cursor.value().indexOf(':');
    return new PageCursor(
        Integer.parseInt(cursor.value().substring(0, sign)), cursor.value().substring(sign + 1));
  }

  Cursor cursor() {
    return new Cursor(page + ":" + value);
  }

  PageCursor next(String nextValue) {
    return new PageCursor(page + 1, nextValue);
  }
}
