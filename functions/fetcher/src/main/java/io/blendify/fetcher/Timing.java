package io.blendify.fetcher;

import io.blendify.core.sync.Resource;
import io.blendify.store.sync.SyncSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When things happen again. Chance spreads what would otherwise fall on the same minute. */
@Singleton
final class Timing {

  private final SyncSettings sync;
  private final FetcherSettings fetcher;
  private final RandomGenerator chance;

  Timing(SyncSettings sync, FetcherSettings fetcher, Chance chance) {
    this.sync = sync;
    this.fetcher = fetcher;
    this.chance = chance.generator();
  }

  /** When a listing is due after it was read; null where its playlist's change makes it due. */
  @Nullable Instant nextDue(Resource resource, Instant now) {
    return switch (resource) {
      case RECENTLY_PLAYED -> now.plus(spread(sync.playsEvery()));
      case TOP_TRACKS, TOP_ARTISTS -> now.plus(spread(sync.topsEvery()));
      case SAVED_TRACKS, SAVED_ALBUMS, FOLLOWED_ARTISTS -> now.plus(spread(sync.setsEvery()));
      case PLAYLISTS -> now.plus(spread(sync.playlistsEvery()));
      case PLAYLIST_TRACKS -> null;
    };
  }

  /** When something that was refused or missing is looked at once more. */
  Instant probeDue(Instant now) {
    return now.plus(spread(sync.fullEvery()));
  }

  /** When to look again at what is not believed yet: not earlier, lest the look does not count. */
  Instant nextLook(Instant earliest) {
    return earliest.plusMillis(chance.nextLong(Duration.ofMinutes(20).toMillis()));
  }

  Instant cooldownUntil(Instant now) {
    return now.plus(sync.cooldown());
  }

  /** Doubled for each attempt, at most the longest wait, and up to a quarter more. */
  Duration backOff(int attempts) {
    var wait = fetcher.firstBackOff().multipliedBy(1L << Math.clamp(attempts - 1L, 0, 16));
    return later(min(wait, fetcher.longestWait().dividedBy(2)));
  }

  /** A provider's pause, and up to a quarter more, but at most ten minutes: all wait for it. */
  Duration later(Duration pause) {
    var quarter = min(pause.dividedBy(4), Duration.ofMinutes(10));
    return pause.plusMillis((long) (quarter.toMillis() * chance.nextDouble()));
  }

  /** Whether something must wait in the table because no message can. */
  boolean isLong(Duration wait) {
    return wait.compareTo(fetcher.longestWait()) > 0;
  }

  private Duration spread(Duration interval) {
    double share = 1 + sync.jitter() * (2 * chance.nextDouble() - 1);
    return Duration.ofMillis((long) (interval.toMillis() * share));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
