package io.blendify.core.blend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
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

  static <T> List<T> of(int people, long seed, BiFunction<Integer, Integer, T> pair) {
    return areAll(people) ? all(people, pair) : drawn(people, seed, pair);
  }

  private static <T> List<T> all(int people, BiFunction<Integer, Integer, T> pair) {
    var pairs = new ArrayList<T>();
    for (int first = 0; first < people; first++) {
      for (int second = first + 1; second < people; second++) {
        pairs.add(pair.apply(first, second));
      }
    }
    return pairs;
  }

  /** Everybody sits in a circle in random order and looks at those 1 to 6 seats on. */
  private static <T> List<T> drawn(int people, long seed, BiFunction<Integer, Integer, T> pair) {
    var circle = new ArrayList<>(IntStream.range(0, people).boxed().toList());
    Collections.shuffle(circle, new Random(seed));
    var pairs = new ArrayList<T>(people * STEPS);
    for (int seat = 0; seat < people; seat++) {
      for (int step = 1; step <= STEPS; step++) {
        int other = circle.get((seat + step) % people);
        pairs.add(pair.apply(Math.min(circle.get(seat), other), Math.max(circle.get(seat), other)));
      }
    }
    return pairs;
  }
}
