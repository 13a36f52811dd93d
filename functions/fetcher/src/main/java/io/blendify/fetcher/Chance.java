package io.blendify.fetcher;

import jakarta.inject.Singleton;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Where jitter comes from. Tests put a seeded one in its place. */
@Singleton
class Chance {

  RandomGenerator generator() {
    return new SplittableRandom(ThreadLocalRandom.current().nextLong());
  }
}
