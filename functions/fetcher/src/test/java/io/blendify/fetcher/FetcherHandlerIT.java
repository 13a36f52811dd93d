package io.blendify.fetcher;

import static io.blendify.fetcher.Things.members;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.blendify.core.sync.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Messages as Lambda hands them over, the last test with a real SQS protocol between. */
class FetcherHandlerIT {

  private static final World WORLD =
      new World(Map.of("blendify.sync.pace", "0s", "blendify.fetcher.entries-in-memory", "4"));

  private static final FakeListing SAVED = WORLD.listing(Resource.SAVED_TRACKS);

  private final FetcherHandler handler = new FetcherHandler(WORLD.context);

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void begin() {
    WORLD.begin();
    SAVED.holds("", members(11));
  }

  @Test
  void aMessageFailsAlone() {
    WORLD.listing(Resource.SAVED_ALBUMS).meanwhile =
        () -> {
          throw new IllegalStateException("nobody thought of that");
        };
    WORLD.listing(Resource.FOLLOWED_ARTISTS).holds("", members(1));
    var good = WORLD.job(Resource.FOLLOWED_ARTISTS);
    var bad = WORLD.job(Resource.SAVED_ALBUMS);

    var response =
        handler.handleRequest(
            event(List.of("no id at all", bad.toString(), " " + good + "\n")), null);

    assertThat(response.getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .containsExactly("message-0", "message-1");
    assertThat(WORLD.read(good).status()).isEqualTo("completed");
    assertThat(WORLD.read(bad)).extracting("status", "leaseOwner").containsExactly("pending", null);
    assertThat(WORLD.read(bad).error()).contains("nobody thought of that");
  }

  @Test
  void overSqsALongListingComesToItsEnd() {
    SQSRestServer server =
        SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    System.setProperty(
        "aws.endpointUrlSqs",
        "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
    System.setProperty("aws.region", "eu-central-1");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    try (var sqs = SqsClient.create()) {
      var fetch = sqs.createQueue(q -> q.queueName("fetch-fake")).queueUrl();
      var taste = sqs.createQueue(q -> q.queueName("taste")).queueUrl();
      try (var world =
          new World(
              Map.of(
                  "blendify.sync.pace", "0s",
                  "blendify.fetcher.entries-in-memory", "4",
                  "fetcher.real-queue", "true",
                  "blendify.queues.fetch-fake", fetch,
                  "blendify.queues.taste", taste))) {
        world.begin();
        world.listing(Resource.SAVED_TRACKS).holds("", members(11));
        var job = world.job(Resource.SAVED_TRACKS);
        sqs.sendMessage(m -> m.queueUrl(fetch).messageBody(job.toString()));

        int invocations = drain(sqs, fetch, new FetcherHandler(world.context));

        assertThat(invocations).isGreaterThan(2);
        assertThat(world.read(job).status()).isEqualTo("completed");
        assertThat(world.status(Resource.SAVED_TRACKS).items()).isEqualTo(11);
        assertThat(receive(sqs, taste))
            .extracting(Message::body)
            .containsExactly(world.user.toString());
      }
    } finally {
      server.stopAndWait();
    }
  }

  /** As Lambda does: hands messages over and deletes those that did not fail. */
  private static int drain(SqsClient sqs, String url, FetcherHandler handler) {
    int invocations = 0;
    for (var batch = receive(sqs, url); !batch.isEmpty(); batch = receive(sqs, url)) {
      var response = handler.handleRequest(event(batch.stream().map(Message::body).toList()), null);
      assertThat(response.getBatchItemFailures()).isEmpty();
      batch.forEach(
          one -> sqs.deleteMessage(d -> d.queueUrl(url).receiptHandle(one.receiptHandle())));
      invocations++;
    }
    return invocations;
  }

  private static List<Message> receive(SqsClient sqs, String url) {
    return sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages();
  }

  private static SQSEvent event(List<String> bodies) {
    var messages = new ArrayList<SQSMessage>();
    for (var body : bodies) {
      var message = new SQSMessage();
      message.setMessageId("message-" + messages.size());
      message.setBody(body);
      messages.add(message);
    }
    var event = new SQSEvent();
    event.setRecords(messages);
    return event;
  }
}
