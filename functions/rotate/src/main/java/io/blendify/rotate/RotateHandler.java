package io.blendify.rotate;

import static io.micronaut.context.env.Environment.FUNCTION;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.blendify.core.watch.Trail;
import io.blendify.store.connection.Resealing;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Invoked by Secrets Manager for each step of a rotation, and by a schedule with {@code {"command":
 * "reseal"}}: then what older keys sealed is sealed anew, for as long as there is time, and who
 * should have been rotated long ago is named by an error.
 */
public final class RotateHandler implements RequestStreamHandler {

  private static final Logger LOG = LoggerFactory.getLogger(RotateHandler.class);

  /** No page is begun with less time left. */
  private static final Duration LAST_PAGE = Duration.ofSeconds(30);

  private final Rotation rotation;
  private final Resealing resealing;
  private final JsonMapper json;

  /** For Lambda. Not Micronaut's builder for it, which makes every singleton at once. */
  public RotateHandler() {
    this(
        ApplicationContext.builder(FUNCTION, "lambda")
            .deduceEnvironment(false)
            .bootstrapEnvironment(false)
            .start());
  }

  public RotateHandler(ApplicationContext context) {
    this.rotation = context.getBean(Rotation.class);
    this.resealing = context.getBean(Resealing.class);
    this.json = context.getBean(JsonMapper.class);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, @Nullable Context context)
      throws IOException {
    var event = json.readValue(input, Event.class);
    if (event == null) {
      throw new IllegalArgumentException("an event is missing");
    }
    var id = context == null ? UUID.randomUUID().toString() : context.getAwsRequestId();
    var answer =
        Trail.of(event.clientRequestToken(), id)
            .with("function_request_id", id)
            .call(() -> "reseal".equals(event.command()) ? reseal(context) : step(event));
    json.writeValue(output, answer);
  }

  private Map<String, Object> step(Event event) {
    var step = event.step();
    var id = event.secretId();
    var token = event.clientRequestToken();
    if (step == null || id == null || token == null) {
      throw new IllegalArgumentException(
          "an event has Step, SecretId and ClientRequestToken, or the command reseal");
    }
    rotation.run(step, id, token);
    return Map.of("done", step);
  }

  private Map<String, Object> reseal(@Nullable Context context) {
    var done = resealing.run(timeFor(context));
    if (done.resealed() > 0 || done.left() > 0) {
      LOG.info("{} connections sealed anew, {} left for later", done.resealed(), done.left());
    }
    rotation.complainOfOld();
    return Map.of("resealed", done.resealed(), "left", done.left(), "finished", done.finished());
  }

  private static BooleanSupplier timeFor(@Nullable Context context) {
    return context == null
        ? () -> true
        : () -> context.getRemainingTimeInMillis() > LAST_PAGE.toMillis();
  }
}
