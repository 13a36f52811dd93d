package io.blendify.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blendify.core.ProviderId;
import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Through the real SDK. */
class SqsMessageQueueIT {

  private static final QueueName FETCH = QueueName.fetch(new ProviderId("spotify"));

  private ApplicationContext context;
  private SqsClient client;
  private MessageQueue queue;
  private String url;

  @BeforeEach
  void start() {
    TestQueues.pointSdkHere();
    try (var admin = new AwsClients().sqs()) {
      url = admin.createQueue(q -> q.queueName("fetch-" + UUID.randomUUID())).queueUrl();
    }
    context =
        ApplicationContext.run(
            Map.of(
                "blendify.queues.fetch-spotify",
                url,
                "blendify.queues.blends",
                url + "-that-is-not-there"));
    client = context.getBean(SqsClient.class);
    queue = context.getBean(MessageQueue.class);
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void everyIdBecomesOneMessage() {
    var ids = ids(23);

    assertThat(queue.send(FETCH, ids, Duration.ZERO)).isEmpty();
    assertThat(receiveAll()).containsExactlyInAnyOrderElementsOf(texts(ids));
  }

  @Test
  void anIdGivenTwiceIsSentOnce() {
    var id = UUID.randomUUID();

    assertThat(queue.send(FETCH, List.of(id, id), Duration.ZERO)).isEmpty();
    assertThat(receiveAll()).containsExactly(id.toString());
  }

  @Test
  void nothingIsSentForNothing() {
    assertThat(queue.send(FETCH, List.of(), Duration.ZERO)).isEmpty();
    assertThat(receiveAll()).isEmpty();
  }

  @Test
  void aDelayedMessageIsNotThereYet() {
    assertThat(queue.send(FETCH, ids(1), Duration.ofMillis(890_100))).isEmpty();

    assertThat(receiveAll()).isEmpty();
    var attributes =
        client
            .getQueueAttributes(q -> q.queueUrl(url).attributeNamesWithStrings("All"))
            .attributesAsStrings();
    assertThat(attributes).containsEntry("ApproximateNumberOfMessagesDelayed", "1");
  }

  @Test
  void aDelayThatSqsDoesNotKnowIsRefused() {
    assertThatThrownBy(() -> queue.send(FETCH, ids(1), Duration.ofMinutes(16)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> queue.send(FETCH, ids(1), Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatMayNotHaveArrivedIsTold() {
    var ids = ids(12);

    assertThat(queue.send(QueueName.BLENDS, ids, Duration.ZERO))
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void aQueueWithoutAddressIsNamedByItsVariable() {
    assertThatThrownBy(() -> queue.send(QueueName.TASTE, ids(1), Duration.ZERO))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("BLENDIFY_QUEUES_TASTE");
  }

  private List<String> receiveAll() {
    var bodies = new ArrayList<String>();
    while (true) {
      var messages = client.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages();
      if (messages.isEmpty()) {
        return bodies;
      }
      messages.forEach(message -> bodies.add(message.body()));
    }
  }

  private static List<UUID> ids(int count) {
    return Stream.generate(UUID::randomUUID).limit(count).toList();
  }

  private static List<String> texts(List<UUID> ids) {
    return ids.stream().map(UUID::toString).toList();
  }
}
