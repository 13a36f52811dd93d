package io.blendify.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SandboxClockTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void aFrozenClockStandsUntilItIsMoved() {
    var clock = SandboxClock.frozenAt(NOON);
    assertThat(clock.instant()).isEqualTo(NOON);
    assertThat(clock.advance(Duration.ofDays(1))).isEqualTo(NOON.plus(Duration.ofDays(1)));
    clock.set(NOON.minusSeconds(5));
    assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(5));
  }

  @Test
  void aRunningClockRunsOnFromWhereItIsSet() {
    var clock = SandboxClock.running();
    clock.set(NOON);
    var first = clock.instant();
    assertThat(first).isBetween(NOON, NOON.plusSeconds(60));
    assertThat(clock.advance(Duration.ofDays(10)))
        .isBetween(first.plus(Duration.ofDays(10)), first.plus(Duration.ofDays(11)));
  }
}
