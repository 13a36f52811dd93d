package io.blendify.core.blend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which members are compared with each other: all pairs of up to {@link Score#ALL_PAIRS} members.
 * Above, everybody is compared with equally many others, drawn by seed, and the number of pairs
 * grows with the number of people and not with its square. The mean over such pairs is an unbiased
 * estimate of the mean over all.
 */
final class Pairs {

  /** Each member of a large group stands in twice as many pairs. */
  private static final int STEPS = 6;

  private Pairs() {}

  static boolean areAll(int people) {
    return people <= Score.ALL_PAIRS;
  }

  interface Each {
    void pair(int first, int second);
  }

  static int count(int people) {
    return areAll(people) ? people * (people - 1) / 2 : people * STEPS;
  }

  /** One by one, so that nothing of six thousand pairs is kept. */
  static void forEach(int people, long seed, Each each) {
    if (areAll(people)) {
      all(people, each);
    } else {
      drawn(people, seed, each);
    }
  }

  private static void all(int people, Each each) {
    for (int first = 0; first < people; first++) {
      for (int second = first + 1; second < people; second++) {
        each.pair(first, second);
      }
    }
  }

  /** Everybody sits in a circle in random order and looks at those 1 to 6 seats on. */
  private static void drawn(int people, long seed, Each each) {
    var circle = new ArrayList<>(IntStream.range(0, people).boxed().toList());
    Collections.shuffle(circle, new Random(seed));
    for (int seat = 0; seat < people; seat++) {
      for (int step = 1; step <= STEPS; step++) {
        int other = circle.get((seat + step) % people);
        each.pair(Math.min(circle.get(seat), other), Math.max(circle.get(seat), other));
      }
    }
  }
}
