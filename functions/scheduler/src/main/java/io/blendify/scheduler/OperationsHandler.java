package io.blendify.scheduler;

import static io.micronaut.context.env.Environment.FUNCTION;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.blendify.core.watch.Trail;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Invoked by operators: {@code {"command": "report"}} answers how everything stands, {@code
 * {"command": "redrive"}} puts the dead letters back. Who may, is said by who may invoke it.
 */
public final class OperationsHandler implements RequestStreamHandler {

  private final Operations operations;
  private final JsonMapper json;

  /** For Lambda. Not Micronaut's builder for it, which makes every singleton at once. */
  public OperationsHandler() {
    this(
        ApplicationContext.builder(FUNCTION, "lambda")
            .deduceEnvironment(false)
            .bootstrapEnvironment(false)
            .start());
  }

  public OperationsHandler(ApplicationContext context) {
    this.operations = context.getBean(Operations.class);
    this.json = context.getBean(JsonMapper.class);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, @Nullable Context context)
      throws IOException {
    var asked = json.readValue(input, Command.class);
    var id = context == null ? UUID.randomUUID().toString() : context.getAwsRequestId();
    var answer = Trail.of(null, id).with("function_request_id", id).call(() -> answer(asked));
    json.writeValue(output, answer);
  }

  private Object answer(Command asked) {
    return switch (asked.command()) {
      case "report" -> operations.report();
      case "redrive" -> Map.of("redriven", operations.redrive());
      default ->
          throw new IllegalArgumentException(
              "command is report or redrive, not " + asked.command());
    };
  }
}
