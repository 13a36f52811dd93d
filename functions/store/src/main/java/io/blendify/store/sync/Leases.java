package io.blendify.store.sync;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Makes a job one worker's own, for a while. */
@Singleton
public class Leases {

  private final SyncJobs jobs;
  private final SyncSettings settings;
  private final InstantSource clock;

  Leases(SyncJobs jobs, SyncSettings settings, InstantSource clock) {
    this.jobs = jobs;
    this.settings = settings;
    this.clock = clock;
  }

  /** Takes the job; empty where another worker has it, where it has ended, or waits. */
  @Transactional
  public Optional<ClaimedJob> claim(UUID jobId) {
    var owner = UUID.randomUUID();
    var now = clock.instant();
    if (jobs.claim(jobId, owner, now.plus(settings.lease()), now) == 0) {
      return Optional.empty();
    }
    var job = jobs.find(jobId).orElseThrow();
    var observedAt = job.observedAt();
    if (observedAt == null) {
      throw new IllegalStateException("job " + jobId + " was claimed without an instant");
    }
    return Optional.of(new ClaimedJob(job, owner, observedAt));
  }

  /** Gives a sign of life. Throws {@link LeaseLost}. */
  @Transactional
  public void renew(ClaimedJob claimed) {
    var until = clock.instant().plus(settings.lease());
    if (jobs.renew(claimed.id(), claimed.owner(), until) == 0) {
      throw new LeaseLost(claimed.id());
    }
  }

  /**
   * The first statement of every transaction in which a worker writes: nobody can take the job
   * before it ends. Throws {@link LeaseLost}.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void hold(ClaimedJob claimed) {
    if (jobs.hold(claimed.id(), claimed.owner()).isEmpty()) {
      throw new LeaseLost(claimed.id());
    }
  }
}
