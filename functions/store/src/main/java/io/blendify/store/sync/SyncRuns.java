package io.blendify.store.sync;

import io.blendify.core.history.Observation;
import io.blendify.core.sync.Reason;
import io.blendify.core.sync.Resource;
import io.blendify.core.sync.Shape;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;

/**
 * What a worker writes about a listing that it could not read to the end, each in one transaction
 * that begins with the lease: data, cursor and status move together or not at all. All throw {@link
 * LeaseLost}.
 */
@Singleton
public class SyncRuns {

  private final Leases leases;
  private final SyncJobs jobs;
  private final SyncStatuses statuses;
  private final SyncPages pages;
  private final Observed observed;
  private final InstantSource clock;

  SyncRuns(
      Leases leases,
      SyncJobs jobs,
      SyncStatuses statuses,
      SyncPages pages,
      Observed observed,
      InstantSource clock) {
    this.leases = leases;
    this.jobs = jobs;
    this.statuses = statuses;
    this.pages = pages;
    this.observed = observed;
    this.clock = clock;
  }

  /**
   * Gives the job back with what was read so far; its message is still to be sent.
   *
   * @param read the entries after those that {@code reached} counts as done
   * @return how many entries were new to history
   */
  @Transactional
  public int giveBack(
      ClaimedJob claimed, List<Observation> read, Progress reached, Waiting waiting) {
    leases.hold(claimed);
    int added = 0;
    if (waiting.anew()) {
      pages.delete(claimed.id());
      release(claimed, reached.anew(), reached.anew().parameters(), waiting);
    } else {
      added = keep(claimed, read, reached);
      var parameters = added == 0 ? reached.parameters() : reached.parametersWithTaste();
      release(claimed, reached.plus(read.size()), parameters, waiting);
    }
    explain(claimed.job(), waiting);
    return added;
  }

  /** Ends the job without the listing. What was put aside is forgotten. */
  @Transactional
  public void fail(ClaimedJob claimed, Progress reached, Failure failure) {
    leases.hold(claimed);
    var job = claimed.job();
    pages.delete(job.id());
    jobs.end(
        job.id(),
        claimed.owner(),
        failure.status().label(),
        reached.done(),
        "{}",
        failure.reason().label(),
        failure.detail(),
        clock.instant());
    statuses.fall(
        job.connectionId(),
        job.resource(),
        job.listKey(),
        failure.reason().label(),
        failure.detail(),
        failure.version(),
        failure.nextDueAt(),
        failure.cooldownUntil(),
        clock.instant());
  }

  /** Plays stand for themselves and are history at once; everything else waits for the whole. */
  private int keep(ClaimedJob claimed, List<Observation> read, Progress reached) {
    if (Resource.of(claimed.job().resource()).shape() != Shape.PLAY) {
      observed.putAside(claimed, read, reached.done());
      return 0;
    }
    return observed.appendPlays(claimed, read);
  }

  private void release(ClaimedJob claimed, Progress reached, String parameters, Waiting waiting) {
    var reason = waiting.reason();
    jobs.giveBack(
        claimed.id(),
        claimed.owner(),
        waiting.status().label(),
        waiting.notBefore(),
        reached.cursor(),
        reached.done(),
        reached.total(),
        waiting.attempts(),
        parameters,
        waiting.anew(),
        reason == null ? null : reason.label(),
        waiting.detail(),
        clock.instant());
  }

  private void explain(SyncJob job, Waiting waiting) {
    var reason = waiting.reason();
    if (reason == Reason.THROTTLED || reason == Reason.BUDGET || reason == Reason.UNAVAILABLE) {
      var detail = waiting.detail() == null ? reason.label() : waiting.detail();
      statuses.waiting(
          job.connectionId(),
          job.resource(),
          job.listKey(),
          reason.label(),
          detail,
          clock.instant());
    }
  }
}
