package io.blendify.store.blend;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a refresh writes.
 *
 * @param inputs JSON; names every row that it was computed from
 * @param details JSON, see {@link BlendScore}
 */
public record BlendResult(
    String inputs,
    int engineVersion,
    double score,
    double low,
    double high,
    String details,
    List<UUID> waitingFor,
    List<Track> tracks) {

  public BlendResult {
    waitingFor = List.copyOf(waitingFor);
    tracks = List.copyOf(tracks);
  }

  /**
   * @param version how it is described: {@code catalog.item_versions.id}
   * @param metadata JSON, see {@link BlendTrack}
   */
  public record Track(
      long version, @Nullable UUID sourceUserId, double similarity, String metadata) {}
}
