package io.blendify.core.blend;

import java.util.List;
import java.util.UUID;

/**
 * What stands behind the score on one side.
 *
 * @param genres how many are known through the artists
 * @param sources {@code "spotify top_tracks short_term"}, only those used
 * @param confidence 0 to 1: how much of the result is this person's data and not expectation
 */
public record Coverage(
    UUID userId, int artists, int tracks, int genres, List<String> sources, double confidence) {

  public Coverage {
    sources = List.copyOf(sources);
  }
}
