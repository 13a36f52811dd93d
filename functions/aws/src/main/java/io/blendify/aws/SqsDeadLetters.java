package io.blendify.aws;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.QUEUE_ARN;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.REDRIVE_POLICY;

import io.blendify.core.queue.DeadLetters;
import io.blendify.core.queue.QueueName;
import io.micronaut.context.annotation.Secondary;
import io.micronaut.core.naming.conventions.StringConvention;
import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The queues whose addresses are {@code blendify.queues.<name>}, and their dead-letter queues.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html">StartMessageMoveTask</a>
 */
@Singleton
@Secondary
final class SqsDeadLetters implements DeadLetters {

  private static final Pattern TARGET =
      Pattern.compile("\"deadLetterTargetArn\"\\s*:\\s*\"([^\"]+)\"");

  private final Provider<SqsClient> client;
  private final PropertyResolver settings;

  SqsDeadLetters(Provider<SqsClient> client, PropertyResolver settings) {
    this.client = client;
    this.settings = settings;
  }

  @Override
  public List<Backlog> backlogs() {
    return urls().entrySet().stream().map(e -> backlog(e.getKey(), e.getValue())).toList();
  }

  @Override
  public void redrive(QueueName queue) {
    var url = urls().get(queue.value());
    var attributes = url == null ? Map.<QueueAttributeName, String>of() : attributes(url);
    var dead = deadLetters(attributes);
    if (dead == null) {
      throw new IllegalArgumentException("no dead letters of a queue " + queue + " are known");
    }
    // Named, since a letter that was put there by hand does not know where it came from.
    var back = attributes.get(QUEUE_ARN);
    client.get().startMessageMoveTask(r -> r.sourceArn(dead).destinationArn(back));
  }

  private Backlog backlog(String name, String url) {
    var attributes = attributes(url);
    var dead = deadLetters(attributes);
    return new Backlog(
        new QueueName(name),
        number(attributes, APPROXIMATE_NUMBER_OF_MESSAGES)
            + number(attributes, APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED),
        number(attributes, APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
        dead == null ? 0 : number(attributes(url(dead)), APPROXIMATE_NUMBER_OF_MESSAGES));
  }

  /** An ARN ends in the queue's name; the dead letters stand in the same account and region. */
  private String url(String arn) {
    var name = arn.substring(arn.lastIndexOf(':') + 1);
    return client.get().getQueueUrl(r -> r.queueName(name)).queueUrl();
  }

  private Map<QueueAttributeName, String> attributes(String url) {
    return client
        .get()
        .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL))
        .attributes();
  }

  private static @Nullable String deadLetters(Map<QueueAttributeName, String> attributes) {
    var found = TARGET.matcher(attributes.getOrDefault(REDRIVE_POLICY, ""));
    return found.find() ? found.group(1) : null;
  }

  private static long number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
    return Long.parseLong(attributes.getOrDefault(name, "0"));
  }

  private Map<String, String> urls() {
    var urls = new TreeMap<String, String>();
    settings
        .getProperties("blendify.queues", StringConvention.HYPHENATED)
        .forEach((name, url) -> urls.put(name, String.valueOf(url)));
    urls.values().removeIf(String::isBlank);
    return urls;
  }
}
