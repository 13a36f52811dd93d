package io.blendify.core.blend;

/**
 * Chance that depends on what it is for and not on when it is asked: the finaliser of SplitMix64
 * (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators").
 */
final class Mixed {

  private Mixed() {}

  static long of(long seed, long what) {
    long mixed = seed * 0x9E3779B97F4A7C15L + what;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** In (0, 1). */
  static double unit(long mixed) {
    return ((mixed >>> 12) + 0.5) * 0x1p-52;
  }
}
