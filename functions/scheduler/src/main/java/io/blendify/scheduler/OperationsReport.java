package io.blendify.scheduler;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the installation does, over all connections.
 *
 * @param dailyBudget calls a day to each provider app; 0 where there is no limit
 * @param jobs all that are open, and what failed within a day
 * @param stuck open jobs that stumble; the oldest, at most some
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record OperationsReport(
    Instant at,
    int dailyBudget,
    List<Provider> providers,
    List<Queue> queues,
    List<Jobs> jobs,
    List<Listings> listings,
    List<Stuck> stuck) {

  /** What waits in a queue, and what it gave up. */
  @Serdeable(naming = SnakeCaseStrategy.class)
  public record Queue(String name, long waiting, long inFlight, long dead) {}

  /** {@link io.blendify.store.operations.ProviderState} */
  @Serdeable(naming = SnakeCaseStrategy.class)
  public record Provider(
      String provider,
      long connections,
      long toReconnect,
      long disabled,
      long consentsEnding,
      @Nullable Instant pausedUntil,
      @Nullable String pauseReason,
      int spentToday) {}

  /** {@link io.blendify.store.operations.JobCount} */
  @Serdeable(naming = SnakeCaseStrategy.class)
  public record Jobs(
      String provider,
      String resource,
      String status,
      @Nullable String reason,
      long jobs,
      Instant oldest) {}

  /** {@link io.blendify.store.operations.ListingCount} */
  @Serdeable(naming = SnakeCaseStrategy.class)
  public record Listings(
      String provider,
      String resource,
      @Nullable String reason,
      long listings,
      long overdue,
      @Nullable Instant oldestDue,
      long gaps) {}

  /** {@link io.blendify.store.operations.StuckJob} */
  @Serdeable(naming = SnakeCaseStrategy.class)
  public record Stuck(
      UUID id,
      String provider,
      String resource,
      String status,
      int attempts,
      @Nullable String error,
      Instant createdAt) {}
}
