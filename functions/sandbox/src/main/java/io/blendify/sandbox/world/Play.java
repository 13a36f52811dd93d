package io.blendify.sandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One play of one track.
 *
 * @param at when it was played, to the millisecond; no two plays of a person have the same
 * @param context from where it was played; null where the provider does not know
 */
public record Play(Instant at, Track track, @Nullable Context context) {

  /**
   * From where a track was played.
   *
   * @param type album, artist, playlist or collection
   * @param uri the provider's address of it
   */
  public record Context(String type, String uri) {}
}
