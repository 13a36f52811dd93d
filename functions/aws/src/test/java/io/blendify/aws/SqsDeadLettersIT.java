package io.blendify.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blendify.core.ProviderId;
import io.blendify.core.queue.DeadLetters;
import io.blendify.core.queue.DeadLetters.Backlog;
import io.blendify.core.queue.QueueName;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Through the real SDK. */
class SqsDeadLettersIT {

  private static final QueueName FETCH = QueueName.fetch(new ProviderId("spotify"));

  private ApplicationContext context;
  private SqsClient client;
  private DeadLetters deadLetters;
  private String url;
  private String dead;

  @BeforeEach
  void start() {
    TestQueues.pointSdkHere();
    client = new AwsClients().sqs();
    dead = client.createQueue(q -> q.queueName("dead-" + UUID.randomUUID())).queueUrl();
    url = client.createQueue(q -> q.queueName("fetch-" + UUID.randomUUID())).queueUrl();
    var policy =
        "{\"maxReceiveCount\": \"2\", \"deadLetterTargetArn\": \"%s\"}".formatted(arn(dead));
    client.setQueueAttributes(
        q -> q.queueUrl(url).attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, policy)));
    var taste = client.createQueue(q -> q.queueName("taste-" + UUID.randomUUID())).queueUrl();
    context =
        ApplicationContext.run(
            Map.of("blendify.queues.fetch-spotify", url, "blendify.queues.taste", taste));
    deadLetters = context.getBean(DeadLetters.class);
  }

  @AfterEach
  void stop() {
    context.close();
    client.close();
  }

  @Test
  void whatWasGivenUpIsCountedAndComesBackOnDemand() {
    client.sendMessage(m -> m.queueUrl(dead).messageBody("given up"));
    client.sendMessage(m -> m.queueUrl(url).messageBody("now"));
    client.sendMessage(m -> m.queueUrl(url).messageBody("later").delaySeconds(600));

    assertThat(deadLetters.backlogs())
        .containsExactly(new Backlog(FETCH, 2, 0, 1), new Backlog(QueueName.TASTE, 0, 0, 0));
    deadLetters.redrive(FETCH);

    var until = Instant.now().plus(Duration.ofSeconds(20));
    while (deadLetters.backlogs().getFirst().dead() > 0 && Instant.now().isBefore(until)) {
      Thread.onSpinWait();
    }
    assertThat(deadLetters.backlogs()).contains(new Backlog(FETCH, 3, 0, 0));
  }

  @Test
  void aQueueWithoutDeadLettersCannotBeRedriven() {
    assertThatThrownBy(() -> deadLetters.redrive(QueueName.TASTE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("taste");
  }

  private String arn(String queue) {
    return client
        .getQueueAttributes(q -> q.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }
}
