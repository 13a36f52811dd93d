package io.blendify.providers.file;

import io.micronaut.json.tree.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file on somebody's disk as Spotify names it: {@code spotify:local:artist:album:title:seconds}.
 */
final class SpotifyLocal {

  private SpotifyLocal() {}

  /** Null where the text is no such name, or one without a title. */
  static @Nullable Described parse(@Nullable String uri) throws Skip {
    if (uri == null || !uri.startsWith("spotify:local:")) {
      return null;
    }
    var parts = uri.split(":", -1);
    if (parts.length != 6) {
      return null;
    }
    var title = decoded(parts[4]);
    return title == null
        ? null
        : new Described(
            title,
            Described.artist(decoded(parts[2])),
            decoded(parts[3]),
            duration(parts[5]),
            null,
            null,
            JsonNode.createObjectNode(Map.of("uri", JsonNode.createStringNode(uri))));
  }

  private static @Nullable String decoded(String part) throws Skip {
    try {
      return Entry.storable(URLDecoder.decode(part, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      throw new Skip(Skip.UNREADABLE);
    }
  }

  private static @Nullable Integer duration(String seconds) {
    return seconds.matches("[1-9][0-9]{0,5}") ? Integer.valueOf(seconds) * 1000 : null;
  }
}
