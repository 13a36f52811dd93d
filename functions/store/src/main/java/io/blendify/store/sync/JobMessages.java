package io.blendify.store.sync;

import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Sends the messages of jobs whose rows are committed. What does not get through is not marked as
 * sent, and the sweep sends it again.
 */
@Singleton
public final class JobMessages {

  private final MessageQueue queue;
  private final SyncJobs jobs;
  private final InstantSource clock;

  JobMessages(MessageQueue queue, SyncJobs jobs, InstantSource clock) {
    this.queue = queue;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Sends what a person's wish has started. */
  public void sendStarted(Collection<SyncAnswer> answers) {
    var started = new ArrayList<OutgoingJob>();
    for (var answer : answers) {
      if (answer.started() && answer.jobId() != null) {
        started.add(new OutgoingJob(answer.jobId(), answer.provider()));
      }
    }
    send(started, Duration.ZERO);
  }

  /**
   * Sends each job's id to its provider's queue. Call it outside a transaction.
   *
   * @param delay at most {@link MessageQueue#MAX_DELAY}
   */
  public void send(Collection<OutgoingJob> outgoing, Duration delay) {
    var byProvider =
        outgoing.stream()
            .collect(
                Collectors.groupingBy(
                    OutgoingJob::provider,
                    Collectors.mapping(OutgoingJob::id, Collectors.toList())));
    byProvider.forEach(
        (provider, ids) -> {
          var sent = new ArrayList<UUID>(ids);
          sent.removeAll(queue.send(QueueName.fetch(provider), ids, delay));
          jobs.markSent(sent, clock.instant());
        });
  }
}
