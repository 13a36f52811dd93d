package io.blendify.store.connection;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Nobody waits for another worker's refresh: on a clock that stands still nothing would come. */
@Singleton
@Replaces(Patience.TwoSeconds.class)
@Requires(property = "fetcher.chaos")
final class NoPatience implements Patience {

  @Override
  public boolean lasts(int attempt) {
    return attempt < 2;
  }
}
