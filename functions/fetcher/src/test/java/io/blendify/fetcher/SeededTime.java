package io.blendify.fetcher;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Lets a simulation decide what is left to chance and how time passes. */
public final class SeededTime {

  private SeededTime() {}

  /** Where a simulation's chance and time come from. */
  public interface Source {
    RandomGenerator chance();

    void passes(Duration time);
  }

  @Singleton
  @Replaces(Chance.class)
  @Requires(property = "fetcher.chaos")
  static final class SeededChance extends Chance {

    private final Source source;

    SeededChance(Source source) {
      this.source = source;
    }

    @Override
    RandomGenerator generator() {
      return () -> source.chance().nextLong();
    }
  }

  @Singleton
  @Replaces(Pause.class)
  @Requires(property = "fetcher.chaos")
  static final class MovedPause extends Pause {

    private final Consumer<Duration> pass;

    MovedPause(Source source) {
      this.pass = source::passes;
    }

    @Override
    void of(Duration time) {
      pass.accept(time);
    }
  }
}
