package io.blendify.fetcher;

import io.blendify.core.provider.Listing;
import io.blendify.core.sync.JobStatus;
import io.blendify.core.sync.Reason;
import io.blendify.core.sync.Resource;
import io.blendify.core.sync.Shape;
import io.blendify.store.sync.ClaimedJob;
import io.blendify.store.sync.Completion;
import io.blendify.store.sync.Doubt;
import io.blendify.store.sync.Failure;
import io.blendify.store.sync.JobMessages;
import io.blendify.store.sync.Progress;
import io.blendify.store.sync.SyncCompletions;
import io.blendify.store.sync.SyncRuns;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything after which a job has ended. All answer false: here it does not go on. */
@Singleton
final class Endings {

  private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

  private static final Progress NONE = new Progress(null, 0, null, 0, 0, false, null);

  private final SyncCompletions completions;
  private final SyncRuns runs;
  private final JobMessages messages;
  private final Waits waits;
  private final Doubts doubts;
  private final Gaps gaps;
  private final Timing timing;
  private final Figures figures;
  private final List<Listing> listings;
  private final InstantSource clock;

  Endings(
      SyncCompletions completions,
      SyncRuns runs,
      JobMessages messages,
      Waits waits,
      Doubts doubts,
      Gaps gaps,
      Timing timing,
      Figures figures,
      List<Listing> listings,
      InstantSource clock) {
    this.completions = completions;
    this.runs = runs;
    this.messages = messages;
    this.waits = waits;
    this.doubts = doubts;
    this.gaps = gaps;
    this.timing = timing;
    this.figures = figures;
    this.listings = List.copyOf(listings);
    this.clock = clock;
  }

  /**
   * The listing was read as far as was meant.
   *
   * @param full whether to its end
   */
  boolean complete(Reading reading, boolean full) {
    if (full && isEmptyAtFirst(reading)) {
      return waits.confirmEmpty(reading);
    }
    var doubt = full ? doubts.of(reading) : null;
    if (doubt != null) {
      return doubt(reading, doubt);
    }
    var completed =
        completions.complete(
            reading.claimed(),
            reading.read(),
            reading.reached(),
            completion(reading, full && !reading.moved()),
            waits.mayRestart(reading));
    if (completed.isEmpty()) {
      return waits.restart(reading);
    }
    appended(reading, completed.get().appended());
    figures.completed(reading.job(), reading.status().nextDueAt());
    messages.send(completed.get().followUps(), Duration.ZERO);
    return false;
  }

  private static boolean isEmptyAtFirst(Reading reading) {
    return reading.listing().resource().shape() != Shape.PLAY
        && reading.entries() == 0
        && reading.status().items() == null
        && reading.expected() == null
        && !reading.reached().emptySeen();
  }

  private boolean doubt(Reading reading, Doubt doubt) {
    LOG.info("job {}: {}", reading.job().id(), doubt.detail());
    appended(
        reading, completions.doubt(reading.claimed(), reading.read(), reading.reached(), doubt));
    return false;
  }

  private void appended(Reading reading, int entries) {
    figures.appended(reading.job().provider(), reading.job().resource(), entries);
  }

  private Completion completion(Reading reading, boolean whole) {
    var now = clock.instant();
    var gap = gaps.in(reading);
    var resource = reading.listing().resource();
    return new Completion(
        whole,
        whole && reading.mayKeepVersion() ? reading.version() : null,
        resource == Resource.PLAYLISTS && listsContents(reading.listing()),
        gap == null ? null : gap.from(),
        gap == null ? null : gap.until(),
        timing.nextDue(resource, now),
        timing.cooldownUntil(now));
  }

  private boolean listsContents(Listing playlists) {
    return listings.stream()
        .anyMatch(
            one ->
                one.provider().equals(playlists.provider())
                    && one.resource() == Resource.PLAYLIST_TRACKS);
  }

  /** Consent is gone, or a scope was not granted: this listing waits for the person. */
  boolean reconnect(Reading reading, String detail) {
    return fail(reading, JobStatus.FAILED, Reason.RECONNECT_REQUIRED, detail, null, null);
  }

  /** Nothing went wrong, and nothing is to be had: what we have of it stays. */
  boolean withheld(Reading reading, String detail) {
    var due = timing.probeDue(clock.instant());
    var version = reading.version();
    return fail(reading, JobStatus.COMPLETED, Reason.WITHHELD, detail, version, due);
  }

  boolean gone(Reading reading, String detail) {
    var due = timing.probeDue(clock.instant());
    return fail(reading, JobStatus.FAILED, Reason.GONE, detail, reading.version(), due);
  }

  boolean unreadable(Reading reading, String detail) {
    var due = timing.nextDue(reading.listing().resource(), clock.instant());
    return fail(reading, JobStatus.FAILED, Reason.UNREADABLE, detail, null, due);
  }

  /** The provider stays in trouble: the next due time is the next try. */
  boolean giveUp(Reading reading, String detail) {
    var due = timing.nextDue(reading.listing().resource(), clock.instant());
    return fail(reading, JobStatus.FAILED, Reason.UNAVAILABLE, detail, null, due);
  }

  /** An operator's case: it is shouted into the log, and probed once a day. */
  boolean appRefused(Reading reading, String detail) {
    var job = reading.job();
    LOG.error(
        "ALARM: {} refuses this app or connection {}: {}",
        job.provider(),
        job.connectionId(),
        Plain.text(detail));
    var tomorrow = clock.instant().plus(timing.later(Duration.ofDays(1)));
    return fail(reading, JobStatus.FAILED, Reason.DISABLED, detail, null, tomorrow);
  }

  /** The provider has no such listing. */
  void unsupported(ClaimedJob claimed) {
    var detail = claimed.job().provider() + " does not supply it";
    fail(claimed, NONE, JobStatus.FAILED, Reason.UNSUPPORTED, detail, null, null);
  }

  /** Nobody keeps this listing any more. */
  void unwanted(ClaimedJob claimed) {
    fail(claimed, NONE, JobStatus.FAILED, Reason.GONE, "no longer wanted", null, null);
  }

  private boolean fail(
      Reading reading,
      JobStatus status,
      Reason reason,
      String detail,
      @Nullable String version,
      @Nullable Instant nextDueAt) {
    fail(reading.claimed(), reading.reached(), status, reason, detail, version, nextDueAt);
    return false;
  }

  private void fail(
      ClaimedJob claimed,
      Progress reached,
      JobStatus status,
      Reason reason,
      String detail,
      @Nullable String version,
      @Nullable Instant nextDueAt) {
    var plain = Plain.text(detail);
    var cooldown = timing.cooldownUntil(clock.instant());
    LOG.info("job {} {}: {} {}", claimed.id(), status.label(), reason.label(), plain);
    runs.fail(claimed, reached, new Failure(status, reason, plain, version, nextDueAt, cooldown));
  }
}
