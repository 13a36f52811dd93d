package io.blendify.fetcher;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

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

  /** One after the other, so that a seed can be played again, but in any order. */
  @Singleton
  @Replaces(Abreast.class)
  @Requires(property = "fetcher.chaos")
  static final class InAnyOrder extends Abreast {

    private final Source source;

    InAnyOrder(Source source) {
      this.source = source;
    }

    @Override
    <T> List<T> all(List<Supplier<T>> calls) {
      var order = new ArrayList<>(IntStream.range(0, calls.size()).boxed().toList());
      Collections.shuffle(order, new Random(source.chance().nextLong()));
      var answers = new ArrayList<T>(Collections.nCopies(calls.size(), null));
      order.forEach(nth -> answers.set(nth, calls.get(nth).get()));
      return answers;
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
