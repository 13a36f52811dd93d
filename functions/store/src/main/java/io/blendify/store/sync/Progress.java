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
 * @param emptySeen whether a listing that had entries was found empty once
 * @param version which state of a playlist is read, where that is another than the job was written
 *     for; null otherwise
 */
public record Progress(
    @Nullable String cursor,
    int done,
    @Nullable Integer total,
    int pages,
    int restarts,
    boolean emptySeen,
    @Nullable String version) {

  /** What is kept beside the columns that jobs have, as a JSON object. */
  String parameters() {
    return "{" + members() + "}";
  }

  /** The same, and that the person's taste is to be built anew once the run is complete. */
  String parametersWithTaste() {
    return "{" + members() + ", \"taste\": true}";
  }

  private String members() {
    var members =
        "\"pages\": %d, \"restarts\": %d, \"empty_seen\": %b".formatted(pages, restarts, emptySeen);
    return version == null ? members : members + ", \"version\": " + quoted(version);
  }

  private static String quoted(String text) {
    var plain = text.replaceAll("\\p{Cntrl}", "");
    return '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The same with so many entries more that are put aside or written. */
  Progress plus(int entries) {
    return new Progress(cursor, done + entries, total, pages, restarts, emptySeen, version);
  }

  /** The same run from its first page on. */
  Progress anew() {
    return new Progress(null, 0, null, 0, restarts, emptySeen, version);
  }
}
