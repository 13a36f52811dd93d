package io.blendify.core.blend;

import io.blendify.core.taste.PackedTaste.RecordingRows;
import io.blendify.core.taste.TasteSource;
import java.util.List;

/**
 * How one member's library describes its tracks, and what speaks for each. It is asked for the few
 * tracks that are chosen, so it is looked through and not kept in order.
 */
final class Library {

  private final int[] ids;
  private final RecordingRows recordings;
  private final boolean[] allowed;
  private final List<TasteSource> sources;

  /**
   * @param ids by place in the recordings; -1 for what may not be used
   * @param allowed sources, by place
   */
  Library(int[] ids, RecordingRows recordings, boolean[] allowed, List<TasteSource> sources) {
    this.ids = ids;
    this.recordings = recordings;
    this.allowed = allowed;
    this.sources = List.copyOf(sources);
  }

  long version(int track) {
    return recordings.version(place(track));
  }

  String because(int track) {
    return Because.of(recordings.signals(place(track), allowed), sources);
  }

  Library renumbered(int[] renumbered) {
    var numbers = new int[ids.length];
    for (int place = 0; place < ids.length; place++) {
      numbers[place] = ids[place] < 0 ? -1 : renumbered[ids[place]];
    }
    return new Library(numbers, recordings, allowed, sources);
  }

  /** The first of those that are the same recording and that an allowed source speaks of. */
  private int place(int track) {
    for (int place = 0; place < ids.length; place++) {
      if (ids[place] == track && recordings.strength(place, allowed) > 0) {
        return place;
      }
    }
    throw new IllegalArgumentException("track " + track + " is not in this library");
  }
}
