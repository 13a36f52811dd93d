package io.blendify.fetcher;

import static io.blendify.core.watch.Metric.BUDGET_LEFT;
import static io.blendify.core.watch.Metric.ITEMS_APPENDED;
import static io.blendify.core.watch.Metric.JOBS;
import static io.blendify.core.watch.Metric.PROVIDER_CALLS;
import static io.blendify.core.watch.Metric.SYNC_LAG;

import io.blendify.core.ProviderId;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.FetchOutcome.AppRefused;
import io.blendify.core.provider.FetchOutcome.Gone;
import io.blendify.core.provider.FetchOutcome.Page;
import io.blendify.core.provider.FetchOutcome.QuotaSpent;
import io.blendify.core.provider.FetchOutcome.ScopeMissing;
import io.blendify.core.provider.FetchOutcome.Throttled;
import io.blendify.core.provider.FetchOutcome.TokenExpired;
import io.blendify.core.provider.FetchOutcome.Unavailable;
import io.blendify.core.provider.FetchOutcome.Unreadable;
import io.blendify.core.provider.FetchOutcome.Withheld;
import io.blendify.core.sync.Trigger;
import io.blendify.core.watch.Metrics;
import io.blendify.store.sync.SyncJob;
import io.blendify.store.sync.SyncSettings;
import io.blendify.store.sync.Throttles;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What is counted of the work on jobs. */
@Singleton
public final class Figures {

  private final Metrics metrics;
  private final Throttles throttles;
  private final SyncSettings settings;
  private final InstantSource clock;

  Figures(Metrics metrics, Throttles throttles, SyncSettings settings, InstantSource clock) {
    this.metrics = metrics;
    this.throttles = throttles;
    this.settings = settings;
    this.clock = clock;
  }

  /** The provider was asked for a page, or its answer for a token was this. */
  void called(ProviderId provider, FetchOutcome outcome) {
    called(provider, label(outcome));
  }

  /** The provider was asked in which state a listing is. */
  void askedForVersion(ProviderId provider, boolean answered) {
    called(provider, answered ? "version" : "no_version");
  }

  private void called(ProviderId provider, String outcome) {
    metrics.add(PROVIDER_CALLS.of(1, provider.value(), outcome));
  }

  private static String label(FetchOutcome outcome) {
    return switch (outcome) {
      case Page _ -> "page";
      case TokenExpired _ -> "token_expired";
      case Throttled _ -> "throttled";
      case QuotaSpent _ -> "quota_spent";
      case Unavailable _ -> "unavailable";
      case ScopeMissing _ -> "scope_missing";
      case Withheld _ -> "withheld";
      case Gone _ -> "gone";
      case AppRefused _ -> "app_refused";
      case Unreadable _ -> "unreadable";
    };
  }

  /**
   * History has more entries now.
   *
   * @param resource a {@code Resource}'s label
   */
  public void appended(ProviderId provider, String resource, long entries) {
    if (entries > 0) {
      metrics.add(ITEMS_APPENDED.of(entries, provider.value(), resource));
    }
  }

  /**
   * The job has reached its end.
   *
   * @param due since when its listing was due; null where nothing but the job itself was
   */
  public void completed(SyncJob job, @Nullable Instant due) {
    boolean scheduled = job.trigger().equals(Trigger.SCHEDULE.label());
    var since = scheduled && due != null && due.isBefore(job.createdAt()) ? due : job.createdAt();
    var lag = Duration.between(since, clock.instant());
    metrics.add(SYNC_LAG.of(Math.max(0, lag.toMillis() / 1000.0), job.provider().value()));
  }

  /** A worker let go of the job, whether or not it had come to its end. */
  void letGo(SyncJob job) {
    var provider = job.provider();
    var outcome = job.reason() == null ? job.status() : job.reason();
    metrics.add(JOBS.of(1, provider.value(), outcome));
    if (settings.hasBudget()) {
      int left = settings.budgetFor(1) - throttles.spent(provider, clock.instant());
      metrics.add(BUDGET_LEFT.of(Math.max(0, left), provider.value()));
    }
  }
}
