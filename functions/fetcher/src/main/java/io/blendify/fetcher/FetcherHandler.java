package io.blendify.fetcher;

import static io.micronaut.context.env.Environment.FUNCTION;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.blendify.batch.SqsBatch;
import io.blendify.core.watch.Metrics;
import io.blendify.store.SnapStart;
import io.blendify.store.connection.TokenCipher;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.UUID;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/** Takes messages with job ids from a provider's queue. */
public final class FetcherHandler
    implements RequestHandler<SQSEvent, SQSBatchResponse>, RequestStreamHandler, Resource {

  private final JsonMapper json;
  private final FetchJob job;
  private final Metrics metrics;
  private final TokenCipher cipher;

  /**
   * For Lambda. Not Micronaut's builder for it, which makes every singleton at once: not every
   * function can make all of them.
   */
  public FetcherHandler() {
    this(
        ApplicationContext.builder(FUNCTION, "lambda")
            .deduceEnvironment(false)
            .bootstrapEnvironment(false)
            .start());
  }

  public FetcherHandler(ApplicationContext context) {
    this.json = context.getBean(JsonMapper.class);
    this.job = context.getBean(FetchJob.class);
    this.metrics = context.getBean(Metrics.class);
    this.cipher = context.getBean(TokenCipher.class);
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
    TimeLeft time = timeLeft(context);
    return SqsBatch.work(
        event,
        context,
        metrics,
        message -> {
          job.run(UUID.fromString(message.getBody().strip()), time);
          return true;
        });
  }

  /** Outside Lambda nobody ends the invocation, but jobs hand on as they would there. */
  private static TimeLeft timeLeft(@Nullable Context context) {
    if (context != null) {
      return () -> Duration.ofMillis(context.getRemainingTimeInMillis());
    }
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    return () -> Duration.ofNanos(end - System.nanoTime());
  }

  /**
   * Before Lambda takes its snapshot: an empty batch, so that what every batch needs is in it. A
   * key set that is missing or malformed stops it: such a version must not be published.
   */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws IOException {
    cipher.check();
    var batch = new ByteArrayInputStream("{\"Records\": []}".getBytes(UTF_8));
    handleRequest(batch, OutputStream.nullOutputStream(), null);
  }

  /** Nothing here is unique to one environment; the store looks after its connections. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}
}
