package io.blendify.blend;

import static io.micronaut.context.env.Environment.FUNCTION;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.blendify.batch.SqsBatch;
import io.blendify.core.watch.Metric;
import io.blendify.core.watch.Metrics;
import io.blendify.core.watch.Trail;
import io.blendify.store.SnapStart;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.UUID;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes user ids from the queue {@code taste}, refresh ids from {@code blends} and, from {@code
 * space}, that it is time to learn the taste space; which it is, the queue's name tells.
 */
public final class BlendHandler
    implements RequestHandler<SQSEvent, SQSBatchResponse>, RequestStreamHandler, Resource {

  private static final Logger LOG = LoggerFactory.getLogger(BlendHandler.class);

  private final JsonMapper json;
  private final TasteBuild taste;
  private final SpaceBuild space;
  private final BlendRefresher blends;
  private final Metrics metrics;

  /**
   * For Lambda. Not Micronaut's builder for it, which makes every singleton at once: not every
   * function can make all of them.
   */
  public BlendHandler() {
    this(
        ApplicationContext.builder(FUNCTION, "lambda")
            .deduceEnvironment(false)
            .bootstrapEnvironment(false)
            .start());
  }

  public BlendHandler(ApplicationContext context) {
    this.json = context.getBean(JsonMapper.class);
    this.taste = context.getBean(TasteBuild.class);
    this.space = context.getBean(SpaceBuild.class);
    this.blends = context.getBean(BlendRefresher.class);
    this.metrics = context.getBean(Metrics.class);
    context.getBean(SnapStart.class).register(this);
  }

  /** What Lambda calls: with our own JSON, the runtime's (700 classes) stays unloaded. */
  @Override
  public void handleRequest(InputStream event, OutputStream answer, @Nullable Context context)
      throws IOException {
    SqsBatch.write(handleRequest(SqsBatch.read(event, json), context), answer, json);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, @Nullable Context context) {
    return SqsBatch.work(event, context, metrics, this::done);
  }

  private boolean done(SQSMessage message) {
    var id = UUID.fromString(message.getBody().strip());
    return switch (Work.of(message.getEventSourceArn())) {
      case TASTE -> Trail.here().with("user_id", id).call(() -> taste(id));
      case SPACE -> space();
      case BLENDS -> Trail.here().with("refresh_id", id).call(() -> blends.run(id));
    };
  }

  private boolean taste(UUID user) {
    long start = System.nanoTime();
    boolean built = taste.run(user);
    metrics.add(
        Metric.TASTE_TIME.of((System.nanoTime() - start) / 1e6, built ? "built" : "unchanged"));
    LOG.info(built ? "taste built" : "taste is as it was");
    return true;
  }

  private boolean space() {
    space.run();
    return true;
  }

  private enum Work {
    TASTE,
    BLENDS,
    SPACE;

    /** By the last part of the queue's ARN, whatever stands before its role in the name. */
    static Work of(String queueArn) {
      var name = queueArn.substring(queueArn.lastIndexOf(':') + 1);
      for (var work : values()) {
        if (name.endsWith(work.name().toLowerCase(Locale.ROOT))) {
          return work;
        }
      }
      throw new IllegalArgumentException("not a queue of this function: " + name);
    }
  }

  /** Before Lambda takes its snapshot: an empty batch, so that what every batch needs is in it. */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws IOException {
    var batch = new ByteArrayInputStream("{\"Records\": []}".getBytes(UTF_8));
    handleRequest(batch, OutputStream.nullOutputStream(), null);
  }

  /** Nothing here is unique to one environment; the store looks after its connections. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}
}
