package io.blendify.blend;

import io.blendify.core.population.LongInts;
import io.blendify.store.taste.Population;
import jakarta.inject.Singleton;
import java.util.Arrays;

/**
 * In how many people's profiles recordings stand, as far as it was asked before: the counts of an
 * edition never change, so nothing here can be out of date, and another edition begins anew.
 */
@Singleton
final class KnownListeners {

  /** Recordings that are remembered; 12 MB. */
  private static final int MOST = 250_000;

  private final Population population;
  private int edition;
  private LongInts known = new LongInts(0);

  KnownListeners(Population population) {
    this.population = population;
  }

  /** What is missing stands in one profile at most. */
  synchronized LongInts of(int asked, long[] recordings) {
    if (asked != edition || known.size() > MOST) {
      edition = asked;
      known = new LongInts(recordings.length);
    }
    var missing = Arrays.stream(recordings).filter(one -> known.get(one, -1) < 0).toArray();
    if (missing.length > 0) {
      var found = population.recordingListeners(asked, missing);
      for (long recording : missing) {
        known.put(recording, found.get(recording, 1));
      }
    }
    var counts = new LongInts(recordings.length);
    for (long recording : recordings) {
      counts.put(recording, known.get(recording, 1));
    }
    return counts;
  }
}
