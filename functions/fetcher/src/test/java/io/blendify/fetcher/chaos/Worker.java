package io.blendify.fetcher.chaos;

import io.blendify.fetcher.chaos.Trouble.Edge;
import io.blendify.fetcher.chaos.Trouble.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** One process: what it does on its thread is touched by its troubles, and by nothing when dead. */
final class Worker {

  /** Of a Lambda function, as the template sets it. */
  static final Duration LIMIT = Duration.ofSeconds(120);

  private static final ThreadLocal<Worker> HERE = new ThreadLocal<>();

  final String name;
  final SplittableRandom chance;
  private final List<Trouble> troubles;
  private final InstantSource clock;
  private final Instant deadline;
  private final BiConsumer<Worker, Kind> meanwhile;
  private final Map<Edge, Integer> crossings = new EnumMap<>(Edge.class);
  private boolean dead;

  /** What has befallen it so far. */
  final List<Trouble> met = new ArrayList<>();

  /**
   * @param meanwhile what the world does while the worker waits
   */
  Worker(
      String name,
      SplittableRandom chance,
      List<Trouble> troubles,
      InstantSource clock,
      BiConsumer<Worker, Kind> meanwhile) {
    this.name = name;
    this.chance = chance;
    this.troubles = troubles;
    this.clock = clock;
    this.deadline = clock.instant().plus(LIMIT);
    this.meanwhile = meanwhile;
  }

  /** Null on threads that belong to nobody's process. */
  static Worker here() {
    return HERE.get();
  }

  /** Does the work as this process; the answer is false where it was killed. */
  boolean live(Runnable work) {
    var before = HERE.get();
    HERE.set(this);
    try {
      work.run();
      return true;
    } catch (Killed e) {
      return false;
    } finally {
      HERE.set(before);
    }
  }

  Duration left() {
    return Duration.between(clock.instant(), deadline);
  }

  boolean isDead() {
    return dead;
  }

  /** What happens at this crossing; null for nothing. Throws {@link Killed} for the dead. */
  Kind cross(Edge edge) {
    alive();
    int number = crossings.merge(edge, 1, Integer::sum);
    for (var trouble : troubles) {
      if (trouble.edge() == edge && trouble.at() == number) {
        met.add(trouble);
        return trouble.kind();
      }
    }
    return null;
  }

  /** Throws {@link Killed} where the process is dead or its time is over. */
  void alive() {
    if (dead || left().isNegative()) {
      throw die();
    }
  }

  Killed die() {
    dead = true;
    return new Killed(name);
  }

  void meanwhile(Kind trouble) {
    meanwhile.accept(this, trouble);
  }

  /** A call over the network, with what may come before and after it. */
  <T> T call(Edge edge, Supplier<T> call) {
    var trouble = cross(edge);
    if (trouble == Kind.KILLED_BEFORE) {
      throw die();
    }
    if (trouble == Kind.LEASE_RUNS_OUT
        || trouble == Kind.OTHER_WORKER
        || trouble == Kind.DEADLINE) {
      meanwhile.accept(this, trouble);
    }
    var answer = call.get();
    if (trouble == Kind.KILLED_AFTER) {
      throw die();
    }
    alive();
    return answer;
  }
}
