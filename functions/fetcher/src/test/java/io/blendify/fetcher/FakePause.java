package io.blendify.fetcher;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Waits for nothing. */
@Singleton
@Replaces(Pause.class)
@Requires(property = "fetcher.fakes")
final class FakePause extends Pause {

  @Override
  void of(Duration time) {}
}
