package io.blendify.core.taste;

import org.jspecify.annotations.Nullable;

/**
 * What one source says about one artist or recording.
 *
 * @param source place in {@link TasteProfile#sources()}
 * @param weight in (0, 1]
 * @param evidence the rank in a top list, the number of plays or of playlists; null where presence
 *     is all there is to know
 */
public record Signal(int source, double weight, @Nullable Integer evidence) {

  public Signal {
    if (source < 0 || !(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("signal of source " + source + " weighs " + weight);
    }
  }
}
