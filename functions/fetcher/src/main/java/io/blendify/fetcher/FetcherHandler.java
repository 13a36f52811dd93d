package io.blendify.fetcher;

import static io.micronaut.context.env.Environment.FUNCTION;
import static io.micronaut.function.aws.MicronautLambdaContext.ENVIRONMENT_LAMBDA;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages with job ids from a provider's queue. A message fails alone: it is named in the <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">partial batch
 * response</a> and comes again, at last to the dead letters.
 */
public final class FetcherHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(FetcherHandler.class);

  private final FetchJob job;

  /**
   * For Lambda. Not Micronaut's builder for it, which makes every singleton at once: not every
   * function can make all of them.
   */
  public FetcherHandler() {
    this(ApplicationContext.builder(FUNCTION, ENVIRONMENT_LAMBDA).deduceEnvironment(false).start());
  }

  public FetcherHandler(ApplicationContext context) {
    this.job = context.getBean(FetchJob.class);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, @Nullable Context context) {
    TimeLeft time = timeLeft(context);
    var failed = new ArrayList<BatchItemFailure>();
    for (var message : event.getRecords()) {
      if (!done(message, time)) {
        failed.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failed);
  }

  private boolean done(SQSMessage message, TimeLeft time) {
    try {
      job.run(UUID.fromString(message.getBody().strip()), time);
      return true;
    } catch (RuntimeException e) {
      LOG.error("message {} failed", message.getMessageId(), e);
      return false;
    }
  }

  /** Outside Lambda nobody ends the invocation, but jobs hand on as they would there. */
  private static TimeLeft timeLeft(@Nullable Context context) {
    if (context != null) {
      return () -> Duration.ofMillis(context.getRemainingTimeInMillis());
    }
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    return () -> Duration.ofNanos(end - System.nanoTime());
  }
}
