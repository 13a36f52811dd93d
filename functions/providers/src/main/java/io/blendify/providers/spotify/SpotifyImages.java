package io.blendify.providers.spotify;

import io.blendify.providers.json.JsonFields;
import io.micronaut.json.tree.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which of several sizes of a picture to show. */
final class SpotifyImages {

  private SpotifyImages() {}

  /** The widest; the first of equals and of those without sizes; null where there is none. */
  static @Nullable String widest(@Nullable List<JsonNode> images) {
    return images == null
        ? null
        : images.stream()
            .filter(image -> JsonFields.text(image, "url") != null)
            .sorted(Comparator.comparingInt(SpotifyImages::width).reversed())
            .map(image -> JsonFields.text(image, "url"))
            .findFirst()
            .orElse(null);
  }

  private static int width(JsonNode image) {
    return Objects.requireNonNullElse(JsonFields.integer(image, "width"), 0);
  }
}
