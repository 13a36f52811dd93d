package io.blendify.core.blend;

import io.blendify.core.population.LongInts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Recordings: told apart by number, in the order of what they are called. */
final class Tracks implements Vocabulary {

  private final List<Group.Track> tracks = new ArrayList<>();
  private LongInts ids = new LongInts(1 << 12);

  /** -1 for what none of the members has. */
  int find(long recording) {
    return ids.get(recording, -1);
  }

  int add(Group.Track track) {
    ids.put(track.recording(), tracks.size());
    tracks.add(track);
    return tracks.size() - 1;
  }

  Group.Track get(int id) {
    return tracks.get(id);
  }

  void set(int id, Group.Track track) {
    tracks.set(id, track);
  }

  /**
   * Numbers them by what they are called, so that no sum over them depends on who came first, and
   * only then by recording, because a database of its own gives the same one another number.
   *
   * @param artists the new number of each artist
   * @return the new number at the place of each old one
   */
  int[] sort(int[] artists) {
    var order = order();
    var sorted = Arrays.stream(order).mapToObj(id -> tracks.get(id).by(artists)).toList();
    var renumbered = new int[order.length];
    ids = new LongInts(order.length);
    for (int place = 0; place < order.length; place++) {
      renumbered[order[place]] = place;
      tracks.set(place, sorted.get(place));
      ids.put(sorted.get(place).recording(), place);
    }
    return renumbered;
  }

  private int[] order() {
    var packed = new long[tracks.size()];
    for (int id = 0; id < packed.length; id++) {
      packed[id] = (long) tracks.get(id).title() << 32 | id;
    }
    Arrays.sort(packed);
    var order = new int[packed.length];
    Arrays.setAll(order, place -> (int) packed[place]);
    for (int from = 0, to; from < order.length; from = to) {
      for (to = from + 1; to < order.length && packed[to] >> 32 == packed[from] >> 32; ) {
        to++;
      }
      if (to - from > 1) {
        sortByRecording(order, from, to);
      }
    }
    return order;
  }

  private void sortByRecording(int[] order, int from, int to) {
    var sorted =
        Arrays.stream(order, from, to)
            .boxed()
            .sorted(Comparator.comparingLong(id -> tracks.get(id).recording()))
            .mapToInt(Integer::intValue)
            .toArray();
    System.arraycopy(sorted, 0, order, from, sorted.length);
  }

  long[] recordings() {
    return tracks.stream().mapToLong(Group.Track::recording).toArray();
  }

  @Override
  public int size() {
    return tracks.size();
  }

  @Override
  public String key(int id) {
    return Long.toString(tracks.get(id).recording());
  }

  /** The engine knows tracks by number. */
  @Override
  public String name(int id) {
    return key(id);
  }

  @Override
  public double rarity(int id, Background background) {
    return background.rarity(tracks.get(id).recording());
  }
}
