package io.blendify.local.server;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.joda.time.DateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What EventBridge Scheduler is on AWS: hands the scheduler an event every so often. */
final class Timer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Timer.class);

  private final RequestHandler<ScheduledEvent, ?> scheduler;
  private final InstantSource clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("timer").factory());

  Timer(RequestHandler<ScheduledEvent, ?> scheduler, InstantSource clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  void every(Duration pause) {
    thread.scheduleWithFixedDelay(
        this::tick, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Now, without waiting for the next turn. */
  void now() {
    thread.execute(this::tick);
  }

  private void tick() {
    try {
      scheduler.handleRequest(event(), new LocalContext("scheduler"));
    } catch (RuntimeException e) {
      LOG.error("the scheduler failed; it runs again at its next turn", e);
    }
  }

  private ScheduledEvent event() {
    var event = new ScheduledEvent();
    event.setId(UUID.randomUUID().toString());
    event.setSource("aws.scheduler");
    event.setDetailType("Scheduled Event");
    event.setAccount("000000000000");
    event.setRegion("eu-central-1");
    event.setTime(new DateTime(clock.instant().toEpochMilli()));
    return event;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
