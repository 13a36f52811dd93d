package io.blendify.store.sync;

import io.blendify.store.history.Run;
import java.time.Instant;
import java.util.UUID;

/**
 * A job that a worker holds.
 *
 * @param owner names the worker's lease: who claims after it is another owner
 * @param observedAt when the run began
 */
public record ClaimedJob(SyncJob job, UUID owner, Instant observedAt) {

  public UUID id() {
    return job.id();
  }

  public Run run() {
    return new Run(job.id(), job.userId(), job.provider(), observedAt);
  }
}
