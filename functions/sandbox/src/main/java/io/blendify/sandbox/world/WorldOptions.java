package io.blendify.sandbox.world;

/**
 * What kind of world to make. Equal options make equal worlds.
 *
 * @param seed of all chance
 * @param people how many, at least 10; the named demo people are the first of them
 * @param largeLibrary saved tracks of the person with the large library, at most 8,000
 * @param topDepth most entries of a top list
 * @param moreSaved saved tracks that each of the others has beside a few hundred
 */
public record WorldOptions(long seed, int people, int largeLibrary, int topDepth, int moreSaved) {

  public WorldOptions {
    if (people < 10
        || largeLibrary < 0
        || largeLibrary > 8_000
        || topDepth < 1
        || moreSaved < 0
        || moreSaved > 7_500) {
      throw new IllegalArgumentException(
          "people "
              + people
              + ", largeLibrary "
              + largeLibrary
              + ", topDepth "
              + topDepth
              + ", moreSaved "
              + moreSaved
              + ": out of range");
    }
  }

  /** The world of the demo: 48 people, one of them with 2,400 saved tracks. */
  public static WorldOptions defaults() {
    return new WorldOptions(20261120L, 48, 2_400, 120, 0);
  }

  public WorldOptions withSeed(long seed) {
    return new WorldOptions(seed, people, largeLibrary, topDepth, moreSaved);
  }

  public WorldOptions withPeople(int people) {
    return new WorldOptions(seed, people, largeLibrary, topDepth, moreSaved);
  }

  public WorldOptions withLargeLibrary(int largeLibrary) {
    return new WorldOptions(seed, people, largeLibrary, topDepth, moreSaved);
  }

  public WorldOptions withTopDepth(int topDepth) {
    return new WorldOptions(seed, people, largeLibrary, topDepth, moreSaved);
  }

  public WorldOptions withMoreSaved(int moreSaved) {
    return new WorldOptions(seed, people, largeLibrary, topDepth, moreSaved);
  }
}
