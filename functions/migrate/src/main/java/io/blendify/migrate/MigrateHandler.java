package io.blendify.migrate;

import static io.micronaut.context.env.Environment.FUNCTION;
import static io.micronaut.function.aws.MicronautLambdaContext.ENVIRONMENT_LAMBDA;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import io.blendify.core.watch.Trail;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Called by CloudFormation as a custom resource when a stack is created, updated or deleted, and by
 * an operator with {@code {}}.
 *
 * <p>CloudFormation waits for an answer at the event's ResponseURL, for an hour where none comes;
 * so a failure is answered too, and not thrown, which would only have Lambda try again.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref.html">Custom
 *     resource reference</a>
 */
public final class MigrateHandler
    extends MicronautRequestHandler<CloudFormationCustomResourceEvent, Map<String, Object>> {

  private static final Logger LOG = LoggerFactory.getLogger(MigrateHandler.class);

  @Inject Migration migration;
  @Inject AnswerSender sender;

  public MigrateHandler() {}

  public MigrateHandler(ApplicationContext context) {
    super(context);
  }

  /**
   * Not Micronaut's builder for Lambda, which makes every singleton at once: not every function can
   * make all of them.
   */
  @Override
  protected ApplicationContextBuilder newApplicationContextBuilder() {
    return ApplicationContext.builder(FUNCTION, ENVIRONMENT_LAMBDA).deduceEnvironment(false);
  }

  @Override
  public Map<String, Object> execute(CloudFormationCustomResourceEvent event) {
    var own = UUID.randomUUID().toString();
    return Trail.of(event.getRequestId(), own).call(() -> answered(event));
  }

  private Map<String, Object> answered(CloudFormationCustomResourceEvent event) {
    if (event.getResponseUrl() == null) {
      return asMap(migrate());
    }
    var target = AnswerSender.target(event.getResponseUrl());
    var answer = answerTo(event);
    sender.send(target, answer);
    return Map.of("status", answer.status());
  }

  private Answer answerTo(CloudFormationCustomResourceEvent event) {
    try {
      return switch (String.valueOf(event.getRequestType())) {
        case "Create", "Update" -> Answer.success(event, migrate().version());
        // The data outlives the resource: what goes with the database, CloudFormation decides.
        case "Delete" -> Answer.success(event, "kept");
        default -> Answer.failed(event, "RequestType is none of Create, Update and Delete");
      };
    } catch (RuntimeException e) {
      LOG.error("migration failed", e);
      return Answer.failed(event, String.valueOf(e.getMessage()));
    }
  }

  private Migrated migrate() {
    var migrated = migration.run();
    LOG.info("schema version {}, applied {}", migrated.version(), migrated.applied());
    return migrated;
  }

  private static Map<String, Object> asMap(Migrated migrated) {
    return Map.of("applied", migrated.applied(), "version", migrated.version());
  }
}
