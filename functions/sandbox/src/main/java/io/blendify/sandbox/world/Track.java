package io.blendify.sandbox.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invented track: one place on one release.
 *
 * @param isrc as the provider sends it, which is not always well formed; null where the provider
 *     has none
 * @param popularity 0 to 100, before any drift
 */
public record Track(
    String id,
    String name,
    List<Artist> artists,
    Album album,
    int disc,
    int number,
    int durationMs,
    boolean explicit,
    @Nullable String isrc,
    int popularity) {

  public Track {
    artists = List.copyOf(artists);
    if (artists.isEmpty()) {
      throw new IllegalArgumentException("track " + id + " has no artist");
    }
  }
}
