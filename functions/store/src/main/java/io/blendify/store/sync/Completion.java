package io.blendify.store.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a listing was read.
 *
 * @param full whether to its end: then what was not seen is no longer there
 * @param version which version of it; null where there is none, or where it may not be trusted
 * @param withContents of playlists: whether the provider can list what they hold
 * @param gapFrom plays may be missing after this; null where none are
 * @param gapUntil and before this
 * @param nextDueAt null where something else makes it due
 */
public record Completion(
    boolean full,
    @Nullable String version,
    boolean withContents,
    @Nullable Instant gapFrom,
    @Nullable Instant gapUntil,
    @Nullable Instant nextDueAt,
    Instant cooldownUntil) {

  /** The same without a claim to have seen everything. */
  Completion partial() {
    return new Completion(false, null, withContents, gapFrom, gapUntil, nextDueAt, cooldownUntil);
  }

  /** What the job's row keeps of it, as a JSON object. */
  String parameters(boolean tasteOwed) {
    var taste = tasteOwed ? "\"taste\": true" : "";
    if (gapFrom == null || gapUntil == null) {
      return "{" + taste + "}";
    }
    var gap = "\"gap_from\": \"%s\", \"gap_until\": \"%s\"".formatted(gapFrom, gapUntil);
    return "{" + gap + (taste.isEmpty() ? "" : ", " + taste) + "}";
  }
}
