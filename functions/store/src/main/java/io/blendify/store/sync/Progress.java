package io.blendify.store.sync;

import org.jspecify.annotations.Nullable;

/**
 * How far a run has come.
 *
 * @param cursor where the next page starts; null for the first page
 * @param done entries that are put aside or written
 * @param total entries of the whole listing; null where the provider does not say
 * @param pages how many were read, over all invocations
 * @param restarts how often the run began anew because the listing moved under it
 * @param emptySeen whether a listing that had many entries was found empty once
 */
public record Progress(
    @Nullable String cursor,
    int done,
    @Nullable Integer total,
    int pages,
    int restarts,
    boolean emptySeen) {

  /** What is kept beside the columns that jobs have, as a JSON object. */
  String parameters() {
    return "{\"pages\": %d, \"restarts\": %d, \"empty_seen\": %b}"
        .formatted(pages, restarts, emptySeen);
  }

  /** The same, and that the person's taste is to be built anew once the run is complete. */
  String parametersWithTaste() {
    return "{\"pages\": %d, \"restarts\": %d, \"empty_seen\": %b, \"taste\": true}"
        .formatted(pages, restarts, emptySeen);
  }

  /** The same with so many entries more that are put aside or written. */
  Progress plus(int entries) {
    return new Progress(cursor, done + entries, total, pages, restarts, emptySeen);
  }

  /** The same run from its first page on. */
  Progress anew() {
    return new Progress(null, 0, null, 0, restarts, emptySeen);
  }
}
