package io.blendify.core.blend;

import io.blendify.core.taste.PackedTaste.RecordingRows;
import io.blendify.core.taste.TasteSource;
import java.util.Arrays;
import java.util.List;

/** How one member's library describes its tracks, and what speaks for each. Ids ascend. */
final class Library {

  private final int[] ids;
  private final int[] rows;
  private final RecordingRows recordings;
  private final boolean[] allowed;
  private final List<TasteSource> sources;

  private Library(
      int[] ids,
      int[] rows,
      RecordingRows recordings,
      boolean[] allowed,
      List<TasteSource> sources) {
    this.ids = ids;
    this.rows = rows;
    this.recordings = recordings;
    this.allowed = allowed;
    this.sources = List.copyOf(sources);
  }

  /**
   * @param ids of tracks, in any order; of one that comes twice the first row counts
   * @param rows of each
   * @param allowed sources, by place
   */
  static Library of(
      int[] ids,
      int[] rows,
      RecordingRows recordings,
      boolean[] allowed,
      List<TasteSource> sources) {
    var order = new long[ids.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (long) ids[i] << 32 | i;
    }
    Arrays.sort(order);
    var sortedIds = new int[order.length];
    var sortedRows = new int[order.length];
    int size = 0;
    for (long packed : order) {
      int id = (int) (packed >>> 32);
      if (size == 0 || sortedIds[size - 1] != id) {
        sortedIds[size] = id;
        sortedRows[size++] = rows[(int) packed];
      }
    }
    return new Library(
        Arrays.copyOf(sortedIds, size),
        Arrays.copyOf(sortedRows, size),
        recordings,
        allowed,
        sources);
  }

  long version(int track) {
    return recordings.version(row(track));
  }

  String because(int track) {
    return Because.of(recordings.signals(row(track), allowed), sources);
  }

  Library renumbered(int[] renumbered) {
    return of(
        Arrays.stream(ids).map(id -> renumbered[id]).toArray(), rows, recordings, allowed, sources);
  }

  private int row(int track) {
    int place = Arrays.binarySearch(ids, track);
    if (place < 0) {
      throw new IllegalArgumentException("track " + track + " is not in this library");
    }
    return rows[place];
  }
}
