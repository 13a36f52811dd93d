package io.blendify.store.library;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What part of a person's library is read.
 *
 * @param asOf the moment at which it is looked at
 * @param list time range or playlist id, for shelves that hold several lists; null for others
 * @param provider null for all of them
 * @param metadata whether to add the provider's full JSON of each item
 */
public record Reading(
    UUID userId,
    Instant asOf,
    @Nullable String list,
    @Nullable String provider,
    boolean metadata,
    int limit,
    int offset) {

  /** The first rows of everything, without the full JSON. */
  public static Reading first(UUID userId, Instant asOf, @Nullable String list, int limit) {
    return new Reading(userId, asOf, list, null, false, limit, 0);
  }
}
