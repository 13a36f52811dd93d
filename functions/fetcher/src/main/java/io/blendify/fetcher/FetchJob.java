package io.blendify.fetcher;

import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.blendify.core.watch.Trail;
import io.blendify.store.sync.ClaimedJob;
import io.blendify.store.sync.LeaseLost;
import io.blendify.store.sync.Leases;
import io.blendify.store.sync.SyncJob;
import io.blendify.store.sync.SyncJobs;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the job that a message names: once, however often the message comes. What an earlier
 * delivery left undone after the job's end is done by the next.
 */
@Singleton
public final class FetchJob {

  private static final Logger LOG = LoggerFactory.getLogger(FetchJob.class);

  private final SyncJobs jobs;
  private final Leases leases;
  private final List<JobRunner> runners;
  private final MessageQueue queue;
  private final Figures figures;
  private final InstantSource clock;

  FetchJob(
      SyncJobs jobs,
      Leases leases,
      List<JobRunner> runners,
      MessageQueue queue,
      Figures figures,
      InstantSource clock) {
    this.jobs = jobs;
    this.leases = leases;
    this.runners = List.copyOf(runners);
    this.queue = queue;
    this.figures = figures;
    this.clock = clock;
  }

  /** Throws what stopped it; the same message may then be delivered again. */
  public void run(UUID jobId, TimeLeft time) {
    var found = jobs.find(jobId);
    if (found.isEmpty()) {
      LOG.info("job {} is not there: whose it was has left, or its message is an old one", jobId);
      return;
    }
    trail(found.get()).run(() -> run(found.get(), time));
  }

  private static Trail trail(SyncJob job) {
    return Trail.here()
        .with("job_id", job.id())
        .with("provider", job.provider())
        .with("resource", job.resource());
  }

  private void run(SyncJob job, TimeLeft time) {
    var claimed = Optional.of(job).filter(this::isOurTurn).flatMap(one -> leases.claim(one.id()));
    claimed.ifPresent(one -> work(one, time));
    var after = jobs.find(job.id());
    after.filter(one -> !one.open() && one.owesTaste()).ifPresent(this::tellTaste);
    after.filter(_ -> claimed.isPresent()).ifPresent(this::tellOperator);
  }

  private void tellOperator(SyncJob job) {
    figures.letGo(job);
    LOG.atInfo()
        .addKeyValue("status", job.status())
        .addKeyValue("reason", Objects.requireNonNullElse(job.reason(), "none"))
        .addKeyValue("items", job.itemsDone())
        .addKeyValue("attempts", job.attempts())
        .log("job {}", job.status());
  }

  /** Early messages are duplicates: the one that the waiting job was given comes in time. */
  private boolean isOurTurn(SyncJob job) {
    return job.open() && !job.notBefore().isAfter(clock.instant());
  }

  private void work(ClaimedJob claimed, TimeLeft time) {
    try {
      runner(claimed.job().resource()).run(claimed, time);
    } catch (LeaseLost e) {
      LOG.info("{}: it ended, or another worker has it", e.getMessage());
    } catch (RuntimeException e) {
      letGo(claimed, e);
      throw e;
    }
  }

  private JobRunner runner(String resource) {
    return runners.stream()
        .filter(runner -> runner.runs(resource))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody runs jobs of " + resource));
  }

  /** So that the next delivery need not wait for the lease to run out. */
  private void letGo(ClaimedJob claimed, RuntimeException cause) {
    try {
      jobs.letGo(claimed.id(), claimed.owner(), Plain.text(String.valueOf(cause)));
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private void tellTaste(SyncJob job) {
    var refused = queue.send(QueueName.TASTE, Set.of(job.userId()), Duration.ZERO);
    if (!refused.isEmpty()) {
      throw new IllegalStateException(
          "job " + job.id() + " is done, but the queue refused to take user " + job.userId());
    }
    jobs.tasteSent(job.id());
  }
}
