package io.blendify.providers.file;

import io.blendify.core.ProviderId;
import io.blendify.core.item.ItemKey;
import io.blendify.core.item.Kind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses of Spotify's items, as URI or as link to a page. */
final class SpotifyUri {

  static final ProviderId SPOTIFY = new ProviderId("spotify");

  private static final Pattern FORM =
      Pattern.compile(
          "(?:spotify:|https?://open\\.spotify\\.com/(?:intl-[a-z]+/)?)"
              + "(track|album|artist|episode)[:/]([0-9A-Za-z]{1,64})(?:\\?.*)?");

  private SpotifyUri() {}

  /** Null where the text is not the address of an item of this kind. */
  static @Nullable ItemKey parse(@Nullable String text, Kind kind) {
    if (text == null) {
      return null;
    }
    var match = FORM.matcher(text);
    return match.matches() && match.group(1).equals(kind.label())
        ? new ItemKey(SPOTIFY, kind, match.group(2))
        : null;
  }
}
