package io.blendify.fetcher;

import io.blendify.core.history.Observation.Played;
import io.blendify.core.sync.Resource;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Finds where plays are missing for good: the provider offers only the last few, and all of them
 * are newer than what is known.
 */
@Singleton
final class Gaps {

  private final FetcherSettings settings;

  Gaps(FetcherSettings settings) {
    this.settings = settings;
  }

  /** Null where nothing can be missing. */
  @Nullable Gap in(Reading reading) {
    var known = reading.status().newestPlay();
    if (reading.listing().resource() != Resource.RECENTLY_PLAYED
        || known == null
        || reading.entries() < settings.fullPageOfPlays()) {
      return null;
    }
    var oldest =
        reading.read().stream()
            .map(one -> ((Played) one).playedAt())
            .min(Instant::compareTo)
            .orElse(known);
    return oldest.isAfter(known) ? new Gap(known, oldest) : null;
  }

  /** Plays may be missing after {@code from} and before {@code until}. */
  record Gap(Instant from, Instant until) {}
}
