package io.blendify.core.blend;

import io.blendify.core.taste.TasteSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How one member's library describes its tracks, and what speaks for each. Ids ascend. */
final class Library {

  private final int[] ids;
  private final long[] versions;
  private final String[] because;
  private final List<TasteSource> sources;

  Library(int[] ids, long[] versions, String[] because, List<TasteSource> sources) {
    this.ids = ids;
    this.versions = versions;
    this.because = because;
    this.sources = List.copyOf(sources);
  }

  long version(int track) {
    return versions[place(track)];
  }

  String because(int track) {
    return because[place(track)];
  }

  List<TasteSource> sources() {
    return sources;
  }

  Library renumbered(int[] renumbered) {
    var order =
        IntStream.range(0, ids.length)
            .boxed()
            .sorted(Comparator.comparing(i -> renumbered[ids[i]]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new Library(
        Arrays.stream(order).map(i -> renumbered[ids[i]]).toArray(),
        Arrays.stream(order).mapToLong(i -> versions[i]).toArray(),
        Arrays.stream(order).mapToObj(i -> because[i]).toArray(String[]::new),
        sources);
  }

  private int place(int track) {
    int place = Arrays.binarySearch(ids, track);
    if (place < 0) {
      throw new IllegalArgumentException("track " + track + " is not in this library");
    }
    return place;
  }
}
