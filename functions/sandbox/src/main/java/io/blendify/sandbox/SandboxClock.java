package io.blendify.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of the sandbox, which tests and the demo can move. It either stands still or runs beside
 * the machine's own clock; set and advance keep it standing or running as it was.
 */
public final class SandboxClock implements InstantSource {

  /**
   * Where the clock stands: a frozen clock holds an instant, a running one its distance from the
   * machine's clock.
   */
  private sealed interface Hand {
    record Frozen(Instant at) implements Hand {}

    record Running(Duration ahead) implements Hand {}
  }

  private static final InstantSource MACHINE = Clock.systemUTC();

  private volatile Hand hand;

  private SandboxClock(Hand hand) {
    this.hand = hand;
  }

  /** A clock that stands at the given instant until somebody moves it. */
  public static SandboxClock frozenAt(Instant instant) {
    return new SandboxClock(new Hand.Frozen(instant));
  }

  /** A clock that shows the machine's time until somebody moves it, and runs on from there. */
  public static SandboxClock running() {
    return new SandboxClock(new Hand.Running(Duration.ZERO));
  }

  @Override
  public Instant instant() {
    return shown(hand);
  }

  /** Moves the clock to the instant; backwards is allowed. */
  public synchronized void set(Instant instant) {
    hand =
        switch (hand) {
          case Hand.Frozen _ -> new Hand.Frozen(instant);
          case Hand.Running _ -> new Hand.Running(Duration.between(MACHINE.instant(), instant));
        };
  }

  /** Moves the clock by the duration and answers the new time. */
  public synchronized Instant advance(Duration by) {
    hand =
        switch (hand) {
          case Hand.Frozen(var at) -> new Hand.Frozen(at.plus(by));
          case Hand.Running(var ahead) -> new Hand.Running(ahead.plus(by));
        };
    return shown(hand);
  }

  private static Instant shown(Hand hand) {
    return switch (hand) {
      case Hand.Frozen(var at) -> at;
      case Hand.Running(var ahead) -> MACHINE.instant().plus(ahead);
    };
  }
}
