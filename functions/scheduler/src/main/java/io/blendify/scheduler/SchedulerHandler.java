package io.blendify.scheduler;

import static io.micronaut.context.env.Environment.FUNCTION;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import io.blendify.core.watch.Trail;
import io.blendify.store.imports.UploadErasure;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Called by EventBridge Scheduler once a minute, sometimes twice (<a
 * href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets.html">at least
 * once</a>), which does no harm.
 */
public final class SchedulerHandler
    implements RequestHandler<ScheduledEvent, ScheduleReport>, RequestStreamHandler {

  private static final Logger LOG = LoggerFactory.getLogger(SchedulerHandler.class);

  /** Files of erased imports that one run deletes. */
  private static final int UPLOADS = 100;

  private final Schedule schedule;
  private final UploadErasure uploads;
  private final JsonMapper json;

  /**
   * For Lambda. Not Micronaut's builder for it, which makes every singleton at once: not every
   * function can make all of them.
   */
  public SchedulerHandler() {
    this(
        ApplicationContext.builder(FUNCTION, "lambda")
            .deduceEnvironment(false)
            .bootstrapEnvironment(false)
            .start());
  }

  public SchedulerHandler(ApplicationContext context) {
    this.schedule = context.getBean(Schedule.class);
    this.uploads = context.getBean(UploadErasure.class);
    this.json = context.getBean(JsonMapper.class);
  }

  /**
   * What Lambda calls: nothing of the event is of interest, so nobody has to read it, and the
   * runtime's own JSON library (700 classes) stays unloaded.
   */
  @Override
  public void handleRequest(InputStream event, OutputStream answer, @Nullable Context context)
      throws IOException {
    json.writeValue(answer, run(context));
  }

  @Override
  public ScheduleReport handleRequest(ScheduledEvent event, @Nullable Context context) {
    return run(context);
  }

  /** Each run begins a trail, which the jobs go on with that it starts. */
  private ScheduleReport run(@Nullable Context context) {
    var id = context == null ? UUID.randomUUID().toString() : context.getAwsRequestId();
    return Trail.of(null, id).with("function_request_id", id).call(() -> runOnce(context));
  }

  private ScheduleReport runOnce(@Nullable Context context) {
    var report = schedule.run(timeLeft(context));
    int erased = uploads.run(UPLOADS);
    LOG.atInfo()
        .addKeyValue("providers_woken", report.providersWoken())
        .addKeyValue("jobs_started", report.jobsStarted())
        .addKeyValue("jobs_resent", report.jobsResent())
        .addKeyValue("blends_resent", report.blendsResent())
        .addKeyValue("tastes_resent", report.tastesResent())
        .addKeyValue("jobs_forgotten", report.jobsForgotten())
        .addKeyValue("uploads_erased", erased)
        .addKeyValue("unsent", report.unsent())
        .addKeyValue("finished", report.finished())
        .log("schedule done");
    return report;
  }

  /** Outside Lambda nobody ends the invocation; a minute is what it has there. */
  private static TimeLeft timeLeft(@Nullable Context context) {
    if (context != null) {
      return () -> Duration.ofMillis(context.getRemainingTimeInMillis());
    }
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    return () -> Duration.ofNanos(end - System.nanoTime());
  }
}
