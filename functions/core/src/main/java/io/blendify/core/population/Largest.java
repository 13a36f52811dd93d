package io.blendify.core.population;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The largest of many numbers, without sorting all of them. */
public final class Largest {

  private Largest() {}

  /** Places of the largest, largest first; of equals, the first comes first. */
  public static List<Integer> of(double[] values, int count) {
    var order =
        Comparator.<Integer>comparingDouble(i -> values[i])
            .thenComparing(Comparator.<Integer>reverseOrder());
    var kept = new PriorityQueue<Integer>(order);
    for (int i = 0; i < values.length; i++) {
      if (kept.size() < count) {
        kept.add(i);
      } else if (values[i] > values[kept.element()]) {
        kept.remove();
        kept.add(i);
      }
    }
    var largest = new ArrayList<>(kept);
    largest.sort(order.reversed());
    return largest;
  }
}
