package io.blendify.scheduler;

import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.blendify.store.schedule.EndedJobs;
import io.blendify.store.schedule.Pauses;
import io.blendify.store.schedule.Silence;
import io.blendify.store.schedule.SilentJobs;
import io.blendify.store.schedule.SilentRefreshes;
import io.blendify.store.schedule.SilentTastes;
import io.blendify.store.schedule.SilentTastes.Owed;
import io.blendify.store.space.Spaces;
import io.blendify.store.sync.OutgoingJob;
import io.blendify.store.sync.SyncRequests;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run: first what is late, then what is due, and at last what is long over. Rows are written
 * before their messages, so that a run that dies loses nothing: the next one finds the rows silent.
 */
@Singleton
public final class Schedule {

  private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

  private final SyncRequests requests;
  private final SilentJobs silentJobs;
  private final SilentRefreshes silentRefreshes;
  private final SilentTastes silentTastes;
  private final Pauses pauses;
  private final EndedJobs endedJobs;
  private final Spaces spaces;
  private final MessageQueue queue;
  private final ScheduleSettings settings;
  private final InstantSource clock;

  Schedule(
      SyncRequests requests,
      SilentJobs silentJobs,
      SilentRefreshes silentRefreshes,
      SilentTastes silentTastes,
      Pauses pauses,
      EndedJobs endedJobs,
      Spaces spaces,
      MessageQueue queue,
      ScheduleSettings settings,
      InstantSource clock) {
    this.requests = requests;
    this.silentJobs = silentJobs;
    this.silentRefreshes = silentRefreshes;
    this.silentTastes = silentTastes;
    this.pauses = pauses;
    this.endedJobs = endedJobs;
    this.spaces = spaces;
    this.queue = queue;
    this.settings = settings;
    this.clock = clock;
  }

  /** Works until nothing is left to be done or too little time. */
  public ScheduleReport run(TimeLeft time) {
    var silence = Silence.at(clock.instant(), settings.unsentAfter(), settings.lostAfter());
    int woken = pauses.end(silence.now());
    var waiting =
        drain(time, () -> silentJobs.takeWaiting(silence, settings.batch()), this::sendTaken);
    var stalled =
        drain(time, () -> silentJobs.takeStalled(silence, settings.batch()), this::sendTaken);
    var blends =
        drain(time, () -> silentRefreshes.take(silence, settings.batch()), this::sendBlends);
    var tastes = drain(time, () -> silentTastes.take(silence, settings.batch()), this::sendTastes);
    learn();
    var started = start(time);
    var forgotten = forget(time);
    return new ScheduleReport(
        woken,
        started.taken,
        waiting.taken + stalled.taken,
        blends.taken,
        tastes.taken,
        forgotten.taken,
        waiting.unsent + stalled.unsent + blends.unsent + tastes.unsent + started.unsent,
        waiting.finished
            && stalled.finished
            && blends.finished
            && tastes.finished
            && started.finished
            && forgotten.finished);
  }

  /**
   * The taste space is learnt anew once a day, and when people leave. That takes longer than a run
   * has, so it is only asked for here; asked twice, it is done once.
   */
  private void learn() {
    if (spaces.isDue(clock.instant())) {
      send(QueueName.SPACE, List.of(QueueName.EVERYBODY));
    }
  }

  /**
   * Takes and sends batch by batch. Stops early where a queue refuses everything: what was given
   * back would be taken again at once.
   */
  private <T> Drained drain(TimeLeft time, Supplier<List<T>> take, Sender<T> send) {
    int taken = 0;
    while (time.left().compareTo(settings.reserve()) > 0) {
      var batch = take.get();
      taken += batch.size();
      int unsent = batch.isEmpty() ? 0 : send.send(batch);
      if (batch.isEmpty() || unsent > 0) {
        return new Drained(taken, unsent, true);
      }
    }
    return new Drained(taken, 0, false);
  }

  /** Goes on where the last batch ended: what was started stays due until it is done. */
  private Drained start(TimeLeft time) {
    var from = Instant.EPOCH;
    int taken = 0;
    while (time.left().compareTo(settings.reserve()) > 0) {
      var started = requests.startDue(from, settings.batch());
      from = started.reached();
      taken += started.jobs().size();
      int unsent = started.jobs().isEmpty() ? 0 : sendNew(started.jobs());
      if (started.looked() == 0 || unsent > 0) {
        return new Drained(taken, unsent, true);
      }
    }
    return new Drained(taken, 0, false);
  }

  /**
   * In small transactions: deleting is left to the time that sending leaves, and what is not
   * reached is older in a minute.
   */
  private Drained forget(TimeLeft time) {
    var now = clock.instant();
    int taken = 0;
    while (time.left().compareTo(settings.reserve()) > 0) {
      var forgotten = endedJobs.forget(now.minus(settings.jobsKept()), now, settings.batch());
      taken += forgotten.jobs();
      if (forgotten.looked() < settings.batch()) {
        return new Drained(taken, 0, true);
      }
    }
    return new Drained(taken, 0, false);
  }

  private int sendNew(List<OutgoingJob> jobs) {
    var unsent = sendJobs(jobs);
    var sent = jobs.stream().map(OutgoingJob::id).filter(id -> !unsent.contains(id)).toList();
    silentJobs.sent(sent, clock.instant());
    return unsent.size();
  }

  private int sendTaken(List<OutgoingJob> jobs) {
    return silentJobs.giveBack(sendJobs(jobs));
  }

  /** Each provider has its queue, and one that fails holds up no other. Answers what is unsent. */
  private Set<UUID> sendJobs(List<OutgoingJob> jobs) {
    var unsent = new HashSet<UUID>();
    jobs.stream()
        .collect(
            Collectors.groupingBy(
                job -> QueueName.fetch(job.provider()),
                Collectors.mapping(OutgoingJob::id, Collectors.toList())))
        .forEach((name, ids) -> unsent.addAll(send(name, ids)));
    return unsent;
  }

  private int sendBlends(List<UUID> refreshes) {
    return silentRefreshes.giveBack(send(QueueName.BLENDS, refreshes));
  }

  private int sendTastes(List<Owed> owed) {
    var unsent = send(QueueName.TASTE, owed.stream().map(Owed::userId).distinct().toList());
    silentTastes.told(
        owed.stream().filter(one -> !unsent.contains(one.userId())).map(Owed::jobId).toList());
    return unsent.size();
  }

  private Set<UUID> send(QueueName name, Collection<UUID> ids) {
    try {
      return queue.send(name, ids, Duration.ZERO);
    } catch (RuntimeException e) {
      LOG.error("{} ids could not be sent to {}", ids.size(), name, e);
      return Set.copyOf(ids);
    }
  }

  private interface Sender<T> {
    /** Answers how many were not sent. */
    int send(List<T> batch);
  }

  private record Drained(int taken, int unsent, boolean finished) {}
}
