package io.blendify.scheduler;

import io.blendify.core.queue.DeadLetters;
import io.blendify.core.queue.DeadLetters.Backlog;
import io.blendify.core.queue.QueueName;
import io.blendify.store.operations.JobCount;
import io.blendify.store.operations.ListingCount;
import io.blendify.store.operations.OperationsView;
import io.blendify.store.operations.ProviderState;
import io.blendify.store.operations.StuckJob;
import io.blendify.store.sync.SyncSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** What an operator asks for: how everything stands, and the dead letters put back. */
@Singleton
public final class Operations {

  private static final Duration DAY = Duration.ofDays(1);
  private static final int STUMBLED = 3;
  private static final int MOST = 20;

  private final OperationsView view;
  private final DeadLetters deadLetters;
  private final SyncSettings settings;
  private final InstantSource clock;

  Operations(
      OperationsView view, DeadLetters deadLetters, SyncSettings settings, InstantSource clock) {
    this.view = view;
    this.deadLetters = deadLetters;
    this.settings = settings;
    this.clock = clock;
  }

  /** How everything stands now. */
  public OperationsReport report() {
    var now = clock.instant();
    return new OperationsReport(
        now,
        settings.dailyBudget(),
        view.providers(now).stream().map(Operations::provider).toList(),
        deadLetters.backlogs().stream().map(Operations::queue).toList(),
        view.jobs(now.minus(DAY)).stream().map(Operations::jobs).toList(),
        view.listings(now).stream().map(Operations::listings).toList(),
        view.stuck(STUMBLED, MOST).stream().map(Operations::stuck).toList());
  }

  /** Puts back the dead letters of every queue that has some; the answer names those queues. */
  public List<String> redrive() {
    var full = deadLetters.backlogs().stream().filter(backlog -> backlog.dead() > 0).toList();
    full.forEach(backlog -> deadLetters.redrive(backlog.queue()));
    return full.stream().map(Backlog::queue).map(QueueName::value).toList();
  }

  private static OperationsReport.Queue queue(Backlog backlog) {
    return new OperationsReport.Queue(
        backlog.queue().value(), backlog.waiting(), backlog.inFlight(), backlog.dead());
  }

  private static OperationsReport.Provider provider(ProviderState one) {
    return new OperationsReport.Provider(
        one.provider(),
        one.connections(),
        one.toReconnect(),
        one.disabled(),
        one.consentsEnding(),
        one.pausedUntil(),
        one.pauseReason(),
        one.spentToday());
  }

  private static OperationsReport.Jobs jobs(JobCount one) {
    return new OperationsReport.Jobs(
        one.provider(), one.resource(), one.status(), one.reason(), one.jobs(), one.oldest());
  }

  private static OperationsReport.Listings listings(ListingCount one) {
    return new OperationsReport.Listings(
        one.provider(),
        one.resource(),
        one.reason(),
        one.listings(),
        one.overdue(),
        one.oldestDue(),
        one.gaps());
  }

  private static OperationsReport.Stuck stuck(StuckJob one) {
    return new OperationsReport.Stuck(
        one.id(),
        one.provider(),
        one.resource(),
        one.status(),
        one.attempts(),
        one.error(),
        one.createdAt());
  }
}
