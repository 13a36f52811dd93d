package io.blendify.fetcher;

import io.blendify.core.sync.JobStatus;
import io.blendify.core.sync.Reason;
import io.blendify.core.sync.Resource;
import io.blendify.store.sync.JobMessages;
import io.blendify.store.sync.OutgoingJob;
import io.blendify.store.sync.Progress;
import io.blendify.store.sync.SyncRuns;
import io.blendify.store.sync.SyncSettings;
import io.blendify.store.sync.Throttles;
import io.blendify.store.sync.Waiting;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything after which a job is still open: it is given back with what it has reached, and then a
 * message brings it back in time. What must wait longer than a message can is parked, and the
 * scheduler brings it back. All answer false: here it does not go on.
 */
@Singleton
final class Waits {

  private final SyncRuns runs;
  private final Throttles throttles;
  private final JobMessages messages;
  private final Timing timing;
  private final Figures figures;
  private final SyncSettings sync;
  private final FetcherSettings settings;
  private final InstantSource clock;

  Waits(
      SyncRuns runs,
      Throttles throttles,
      JobMessages messages,
      Timing timing,
      Figures figures,
      SyncSettings sync,
      FetcherSettings settings,
      InstantSource clock) {
    this.runs = runs;
    this.throttles = throttles;
    this.messages = messages;
    this.timing = timing;
    this.figures = figures;
    this.sync = sync;
    this.settings = settings;
    this.clock = clock;
  }

  /** Memory or time run short: another invocation goes on. */
  boolean handOn(Reading reading) {
    return giveBack(reading, waiting(Duration.ZERO, 0, null, null));
  }

  /** Nobody may call the provider before that. */
  boolean until(Reading reading, Instant until) {
    var pause = Duration.between(clock.instant(), until);
    if (pause.compareTo(Duration.ofSeconds(5)) <= 0) {
      var soon = timing.later(Duration.ofSeconds(2));
      return giveBack(reading, waiting(soon, uncounted(reading), null, null));
    }
    return throttled(reading, pause);
  }

  /** Too many requests: the whole app waits as long as the provider says. */
  void heed(Reading reading, Duration pause) {
    var now = clock.instant();
    throttles.pause(reading.job().provider(), now.plus(pause), Reason.THROTTLED.label(), now);
  }

  /** So does this job; if for hours, it is parked. */
  boolean throttled(Reading reading, Duration pause) {
    var detail = "the provider asked for a pause";
    var time = timing.later(pause);
    return giveBack(reading, waiting(time, uncounted(reading), Reason.THROTTLED, detail));
  }

  /** Until the day that has calls for it again; not all in its first minute. */
  boolean forBudget(Reading reading, Instant until) {
    var detail = "the day's calls are spent on what is worth more";
    var time = timing.later(Duration.between(clock.instant(), until));
    return giveBack(reading, waiting(time, uncounted(reading), Reason.BUDGET, detail));
  }

  /** The provider is in trouble: longer and longer. */
  boolean backOff(Reading reading, String detail) {
    int attempts = attempts(reading);
    return backOff(reading, timing.backOff(attempts), detail, attempts);
  }

  /** No token for a moment. */
  boolean backOff(Reading reading, Duration pause, String detail) {
    return backOff(reading, timing.later(pause), detail, attempts(reading));
  }

  private boolean backOff(Reading reading, Duration time, String detail, int attempts) {
    var plain = Plain.text(detail);
    return giveBack(reading, waiting(time, attempts, Reason.UNAVAILABLE, plain));
  }

  boolean hasTriedEnough(Reading reading) {
    return attempts(reading) >= sync.maxAttempts();
  }

  /** Whether earlier workers were stopped too often by what nobody planned. */
  boolean wasBegunTooOften(Reading reading) {
    return attempts(reading) > sync.maxAttempts();
  }

  /** Only where moving pages can hide an entry: never for plays. */
  boolean mayRestart(Reading reading) {
    return reading.listing().resource() != Resource.RECENTLY_PLAYED
        && reading.reached().restarts() < settings.maxRestarts();
  }

  /**
   * Whether earlier pages are too old for the rest to be put beside them. A library that is sorted
   * by date tells by its length and by repeats that it has changed, and may be too long to be begun
   * anew; plays stand for themselves.
   */
  boolean isStale(Reading reading) {
    return switch (reading.listing().resource()) {
      case RECENTLY_PLAYED, SAVED_TRACKS, SAVED_ALBUMS -> false;
      case TOP_TRACKS, TOP_ARTISTS, FOLLOWED_ARTISTS, PLAYLISTS, PLAYLIST_TRACKS ->
          reading.reached().cursor() != null
              && mayRestart(reading)
              && reading
                  .claimed()
                  .observedAt()
                  .plus(settings.staleAfter())
                  .isBefore(clock.instant());
    };
  }

  /** The listing moved while it was read: once more from the start, as a new observation. */
  boolean restart(Reading reading) {
    return anew(reading, reading.restarted(null), Duration.ZERO);
  }

  /** A list is in another state now than the one that was to be read: that one, from the start. */
  boolean restart(Reading reading, String version) {
    return anew(reading, reading.restarted(version), Duration.ZERO);
  }

  /** Nothing, where nobody has looked before: a healthy answer, but worth a second look. */
  boolean confirmEmpty(Reading reading) {
    return anew(reading, reading.foundEmpty(), settings.confirmFirstAfter());
  }

  private boolean anew(Reading reading, Progress from, Duration wait) {
    var waiting = new Waiting(JobStatus.PENDING, clock.instant().plus(wait), 0, true, null, null);
    runs.giveBack(reading.claimed(), List.of(), from, waiting);
    send(reading, wait);
    return false;
  }

  private Waiting waiting(
      Duration time, int attempts, @Nullable Reason reason, @Nullable String detail) {
    var status = timing.isLong(time) ? JobStatus.PARKED : JobStatus.PENDING;
    return new Waiting(status, clock.instant().plus(time), attempts, false, reason, detail);
  }

  private boolean giveBack(Reading reading, Waiting waiting) {
    int added = runs.giveBack(reading.claimed(), reading.read(), reading.reached(), waiting);
    figures.appended(reading.job().provider(), reading.job().resource(), added);
    if (waiting.status() == JobStatus.PENDING) {
      send(reading, Duration.between(clock.instant(), waiting.notBefore()));
    }
    return false;
  }

  /** In whole seconds, as queues count, and not too early. */
  private void send(Reading reading, Duration wait) {
    var job = new OutgoingJob(reading.job().id(), reading.job().provider());
    var delay = wait.isPositive() ? Duration.ofSeconds(wait.toSeconds() + 1) : Duration.ZERO;
    messages.send(List.of(job), delay);
  }

  /** How often it was begun since it last made progress, this time included. */
  private static int attempts(Reading reading) {
    return reading.hasProgress() ? 1 : reading.job().attempts();
  }

  /** What nobody is to blame for is no attempt. */
  private static int uncounted(Reading reading) {
    return attempts(reading) - 1;
  }
}
