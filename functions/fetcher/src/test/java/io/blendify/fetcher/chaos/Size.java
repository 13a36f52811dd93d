package io.blendify.fetcher.chaos;

import java.util.SplittableRandom;

/**
 * How large a seed's world is: most are small and quick, some have tens of people over many days.
 *
 * @param people who connect sooner or later
 * @param days of storm; two calm ones follow
 */
record Size(int people, int days) {

  static Size of(long seed) {
    var chance = new SplittableRandom(seed * 7919);
    int kind = chance.nextInt(100);
    if (kind < 2) {
      return new Size(chance.nextInt(20, 31), chance.nextInt(5, 7));
    }
    return kind < 9
        ? new Size(chance.nextInt(4, 9), chance.nextInt(3, 5))
        : new Size(chance.nextInt(1, 3), 2);
  }
}
