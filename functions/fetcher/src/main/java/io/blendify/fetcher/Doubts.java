package io.blendify.fetcher;

import io.blendify.core.sync.Shape;
import io.blendify.store.sync.Doubt;
import io.blendify.store.sync.SyncStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether it is believed that most of a listing is gone. A healthy endpoint can answer with an
 * empty list, and repeat it for hours; so what is missing is taken for removed when several looks
 * in a row found it missing, spread over a day, or when another answer of the provider says the
 * same. Then a wrong answer can pass for a removal only if it is given on each of these looks, with
 * no true one between them.
 */
@Singleton
final class Doubts {

  /** With fewer entries, anybody may remove half of them in a day. */
  private static final int MANY = 20;

  private final FetcherSettings settings;
  private final Timing timing;

  Doubts(FetcherSettings settings, Timing timing) {
    this.settings = settings;
    this.timing = timing;
  }

  /** Null where the reading, which came to the end of the listing, is believed. */
  @Nullable Doubt of(Reading reading) {
    var known = known(reading);
    if (known == null
        || !isSuddenlyLess(reading.entries(), known)
        || Objects.equals(reading.expected(), reading.entries())) {
      return null;
    }
    var doubt = looked(reading.status(), reading.claimed().observedAt());
    return isConfirmed(doubt) ? null : inWords(doubt, reading.entries(), known);
  }

  /** What history holds; at first, what another listing says that there should be. */
  private static @Nullable Integer known(Reading reading) {
    if (reading.listing().resource().shape() == Shape.PLAY) {
      return null;
    }
    var items = reading.status().items();
    return items != null ? items : reading.expected();
  }

  private static boolean isSuddenlyLess(int now, int known) {
    return (known > 0 && now == 0) || (known >= MANY && 2 * now < known);
  }

  private record Looked(Instant since, Instant at, int looks) {}

  private Looked looked(SyncStatus status, Instant now) {
    var since = status.doubtedSince();
    var at = status.doubtedAt();
    if (since == null || at == null || at.plus(settings.looksGap()).isBefore(now)) {
      return new Looked(now, now, 1);
    }
    return at.plus(settings.betweenLooks()).isAfter(now)
        ? new Looked(since, at, status.doubtedLooks())
        : new Looked(since, now, status.doubtedLooks() + 1);
  }

  private boolean isConfirmed(Looked doubt) {
    return doubt.looks() >= settings.looks()
        && !doubt.since().plus(settings.looksSpan()).isAfter(doubt.at());
  }

  private Doubt inWords(Looked doubt, int now, int known) {
    var soon = doubt.at().plus(settings.betweenLooks());
    var last = doubt.since().plus(settings.looksSpan());
    var next = doubt.looks() + 1 < settings.looks() || last.isBefore(soon) ? soon : last;
    var detail =
        "%s where %d were known: look %d, believed after %d that agree, over a day"
            .formatted(
                now == 0 ? "nothing" : now + " entries", known, doubt.looks(), settings.looks());
    return new Doubt(
        doubt.since(),
        doubt.at(),
        doubt.looks(),
        detail,
        timing.nextLook(next),
        timing.cooldownUntil(doubt.at()));
  }
}
