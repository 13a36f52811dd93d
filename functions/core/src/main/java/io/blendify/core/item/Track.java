package io.blendify.core.item;

import io.blendify.core.Isrc;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A track, or an episode where a playlist holds one ({@link ItemKey#kind()} tells).
 *
 * @param artists in the provider's order; empty for an episode
 * @param durationMs milliseconds, positive
 */
public record Track(
    ItemKey key,
    String name,
    List<Credit> artists,
    @Nullable String albumId,
    @Nullable String albumName,
    @Nullable String albumArtUrl,
    @Nullable Integer durationMs,
    @Nullable Isrc isrc,
    @Nullable Boolean explicit,
    @Nullable String releaseDate,
    @Nullable String url,
    Metadata metadata)
    implements Item {

  public Track {
    artists = List.copyOf(artists);
  }

  /** All artists as one line, {@code "A, B"}; null where none is named. */
  public @Nullable String artistName() {
    return artists.isEmpty()
        ? null
        : artists.stream().map(Credit::name).collect(Collectors.joining(", "));
  }
}
