package io.blendify.core.recording;

import io.blendify.core.Isrc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an item says about the recording that it is.
 *
 * @param artists in the provider's order, main artist first; empty where none is named
 * @param durationMs milliseconds; null where the source does not say
 */
public record Claim(
    String title, List<String> artists, @Nullable Integer durationMs, @Nullable Isrc isrc) {

  public Claim {
    artists = List.copyOf(artists);
  }
}
