package io.blendify.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.QUEUE_ARN;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.REDRIVE_POLICY;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.VISIBILITY_TIMEOUT;

import io.blendify.core.queue.DeadLetters;
import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.blendify.core.watch.Trail;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** What the system needs of SQS, through the classes that use it. */
@ExtendWith(BackendReport.class)
abstract class QueueContract implements BackendReport.OnBackend {

  private static final int MAX_RECEIVES = 2;

  private SqsClient client;
  private String url;
  private String dead;

  @BeforeEach
  void create() {
    client = new AwsClients().sqs();
    dead = client.createQueue(q -> q.queueName("dead-" + UUID.randomUUID())).queueUrl();
    var redrive =
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
            .formatted(arn(dead), MAX_RECEIVES);
    url =
        client
            .createQueue(
                q ->
                    q.queueName("taste-" + UUID.randomUUID())
                        .attributes(Map.of(REDRIVE_POLICY, redrive, VISIBILITY_TIMEOUT, "30")))
            .queueUrl();
  }

  @AfterEach
  void delete() {
    if (client != null) {
      client.deleteQueue(q -> q.queueUrl(url));
      client.deleteQueue(q -> q.queueUrl(dead));
      client.close();
    }
  }

  @Test
  void manyIdsArriveEachAsOneMessageInBatchesOfTen() {
    var ids = ids(23);
    try (var context = system()) {
      assertThat(send(context, ids, Duration.ZERO)).isEmpty();
    }
    assertThat(bodies(23)).containsExactlyInAnyOrderElementsOf(texts(ids));
  }

  @Test
  void elevenInABatchAreRefusedAsAWhole() {
    var entries =
        IntStream.range(0, 11)
            .mapToObj(i -> SendMessageBatchRequestEntry.builder().id("e" + i).messageBody("x"))
            .map(SendMessageBatchRequestEntry.Builder::build)
            .toList();

    assertThatThrownBy(() -> client.sendMessageBatch(b -> b.queueUrl(url).entries(entries)))
        .isInstanceOfSatisfying(
            SqsException.class,
            refusal -> {
              assertThat(refusal.statusCode()).isEqualTo(400);
              assertThat(refusal.awsErrorDetails().errorMessage()).isNotBlank();
            });
    assertThat(receive(0)).isEmpty();
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedWithTheReason() {
    assertThatThrownBy(
            () -> client.sendMessage(m -> m.queueUrl(url).messageBody("x".repeat(2 << 20))))
        .isInstanceOfSatisfying(
            SqsException.class,
            refusal -> {
              assertThat(refusal.statusCode()).isEqualTo(400);
              assertThat(refusal.awsErrorDetails().errorMessage()).isNotBlank();
            });
    assertThat(receive(0)).isEmpty();
  }

  @Test
  void theIdOfTheTrailTravelsBesideTheBody() {
    var id = UUID.randomUUID();
    try (var context = system()) {
      Trail.of("Kf1x-abc=", "own").run(() -> send(context, List.of(id), Duration.ZERO));
    }
    var message = receive(5).getFirst();
    assertThat(message.body()).isEqualTo(id.toString());
    assertThat(message.messageAttributes().get("correlation_id").stringValue())
        .isEqualTo("Kf1x-abc=");
  }

  @Test
  void aDelayedMessageComesInItsTime() {
    try (var context = system()) {
      send(context, ids(1), Duration.ofSeconds(3));
    }
    var sent = System.nanoTime();
    assertThat(receive(0)).isEmpty();
    assertThat(bodies(1)).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - sent)).isGreaterThan(Duration.ofSeconds(2));
  }

  @Test
  void aMessageIsHiddenWhileItIsWorkedOnAndComesAgainIfItWasNotDeleted() {
    client.sendMessage(m -> m.queueUrl(url).messageBody("job"));

    var first = receive(5).getFirst();
    assertThat(receive(0)).isEmpty();
    hide(first, 0);
    var second = receive(5).getFirst();
    assertThat(second.attributes()).containsEntry(APPROXIMATE_RECEIVE_COUNT, "2");
    client.deleteMessage(d -> d.queueUrl(url).receiptHandle(second.receiptHandle()));
    assertThat(receive(1)).isEmpty();
  }

  @Test
  void itsTimeCanBeExtended() {
    client.sendMessage(m -> m.queueUrl(url).messageBody("job"));
    var message =
        client
            .receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(5).visibilityTimeout(1))
            .messages()
            .getFirst();

    hide(message, 60);

    assertThat(receive(2)).isEmpty();
  }

  @Test
  void whatFailsTooOftenIsGivenUpCountedAndComesBackOnDemand() {
    client.sendMessage(m -> m.queueUrl(url).messageBody("job"));
    for (int i = 0; i < MAX_RECEIVES; i++) {
      hide(receive(5).getFirst(), 0);
    }
    assertThat(receive(1)).isEmpty();
    try (var context = system()) {
      var deadLetters = context.getBean(DeadLetters.class);
      assertThat(deadLetters.backlogs().getFirst().dead()).isEqualTo(1);

      deadLetters.redrive(QueueName.TASTE);

      assertThat(bodies(1)).containsExactly("job");
      assertThat(deadLetters.backlogs().getFirst().dead()).isZero();
    }
  }

  @Test
  void whatIsThrottledForAMomentArrivesOnce() throws Exception {
    var ids = ids(3);
    try (var front = Front.of(backend().sqs());
        var context = system(front)) {
      front.throttleNext(2);

      assertThat(send(context, ids, Duration.ZERO)).isEmpty();
      assertThat(front.asked()).isEqualTo(3);
    }
    assertThat(bodies(3)).containsExactlyInAnyOrderElementsOf(texts(ids));
  }

  @Test
  void whatStaysThrottledIsToldAndNothingOfItArrives() throws Exception {
    var ids = ids(12);
    try (var front = Front.of(backend().sqs());
        var context = system(front)) {
      front.throttleNext(1_000);

      assertThat(send(context, ids, Duration.ZERO)).containsExactlyInAnyOrderElementsOf(ids);
    }
    assertThat(receive(0)).isEmpty();
  }

  @Test
  void ofABatchThatIsPartlyRefusedTheRefusedAreToldAndCanBeSentAgain() throws Exception {
    var ids = ids(4);
    var unlucky = ids.get(2);
    try (var front = Front.of(backend().sqs());
        var context = system(front)) {
      front.refuseOnce(unlucky.toString());

      var refused = send(context, ids, Duration.ZERO);
      assertThat(refused).containsExactly(unlucky);
      assertThat(send(context, List.copyOf(refused), Duration.ZERO)).isEmpty();
    }
    assertThat(bodies(4)).containsExactlyInAnyOrderElementsOf(texts(ids));
  }

  @Test
  void aQueueThatIsNotThereIsToldAsNotSent() {
    var ids = ids(2);
    try (var context = ApplicationContext.run(Map.of("blendify.queues.taste", url + "-gone"))) {
      assertThat(send(context, ids, Duration.ZERO)).containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  private ApplicationContext system() {
    return ApplicationContext.run(Map.of("blendify.queues.taste", url));
  }

  private ApplicationContext system(Front front) {
    Backend.pointSdkAt(front.uri());
    return system();
  }

  private static Set<UUID> send(ApplicationContext context, List<UUID> ids, Duration delay) {
    return context.getBean(MessageQueue.class).send(QueueName.TASTE, ids, delay);
  }

  private void hide(Message message, int seconds) {
    client.changeMessageVisibility(
        v -> v.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(seconds));
  }

  private List<Message> receive(int wait) {
    return client
        .receiveMessage(
            r ->
                r.queueUrl(url)
                    .maxNumberOfMessages(10)
                    .waitTimeSeconds(wait)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(APPROXIMATE_RECEIVE_COUNT))
        .messages();
  }

  /** Of so many messages, and of one more where there is one. */
  private List<String> bodies(int count) {
    var bodies = new ArrayList<String>();
    for (int look = 0; look < 10 && bodies.size() < count; look++) {
      receive(2).forEach(message -> bodies.add(message.body()));
    }
    receive(0).forEach(message -> bodies.add(message.body()));
    return bodies;
  }

  private String arn(String queue) {
    return client
        .getQueueAttributes(q -> q.queueUrl(queue).attributeNames(QUEUE_ARN))
        .attributes()
        .get(QUEUE_ARN);
  }

  private static List<UUID> ids(int count) {
    return Stream.generate(UUID::randomUUID).limit(count).toList();
  }

  private static List<String> texts(List<UUID> ids) {
    return ids.stream().map(UUID::toString).toList();
  }
}
