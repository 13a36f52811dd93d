package io.blendify.store;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Secondary;
import io.micronaut.context.time.InstantSourceFactory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The time that everything goes by: the system's, in whole microseconds, because that is what the
 * database keeps. Any other InstantSource bean takes its place: a test's, the local system's.
 */
@Factory
final class SystemTime {

  private static final Duration MICROSECOND = Duration.ofNanos(1_000);

  @Singleton
  @Secondary
  @Replaces(bean = InstantSource.class, factory = InstantSourceFactory.class)
  InstantSource time() {
    return Clock.tick(Clock.systemUTC(), MICROSECOND);
  }
}
