package io.blendify.scheduler;

import io.blendify.store.operations.JobCount;
import io.blendify.store.operations.ListingCount;
import io.blendify.store.operations.ProviderState;
import io.blendify.store.operations.StuckJob;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;

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
    List<ProviderState> providers,
    List<Queue> queues,
    List<JobCount> jobs,
    List<ListingCount> listings,
    List<StuckJob> stuck) {

  /** What waits in a queue, and what it gave up. */
  @Serdeable(naming = SnakeCaseStrategy.class)
  public record Queue(String name, long waiting, long inFlight, long dead) {}
}
