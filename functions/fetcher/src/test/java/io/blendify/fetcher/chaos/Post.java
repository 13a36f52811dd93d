package io.blendify.fetcher.chaos;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * SQS over its real protocol, on the simulation's time: delays, visibility, dead letters.
 *
 * <p>ElasticMQ stamps messages by the machine's clock, so its own clock is set ahead of that, which
 * takes their delays away; {@link #posted} and {@link #receive} bring them back.
 */
final class Post implements AutoCloseable {

  private static final int AHEAD = 20;

  /** One more than the template's: a delayed message is received once in vain. */
  private static final String RECEIVED_AT_MOST = "6";

  private final Map<String, Deque<Instant>> due = new HashMap<>();
  private final InstantSource clock;
  private final ActorSystem actors = ActorSystem.create("post");
  private final SQSRestServer server;
  private final SqsClient client;
  final String fetch;
  final String taste;
  final String dead;

  Post(InstantSource clock) {
    this.clock = clock;
    var manager =
        actors.actorOf(
            Props.create(
                QueueManagerActor.class,
                () -> new QueueManagerActor(now(clock), StrictSQSLimits$.MODULE$, Option.empty())));
    server =
        SQSRestServerBuilder.withActorSystem(actors)
            .withQueueManagerActor(manager)
            .withInterface("127.0.0.1")
            .withDynamicPort()
            .start();
    int port = server.waitUntilStarted().localAddress().getPort();
    System.setProperty("aws.endpointUrlSqs", URI.create("http://127.0.0.1:" + port).toString());
    System.setProperty("aws.region", "eu-central-1");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    client = SqsClient.create();
    dead = queue("fetch-spotify-dead", Map.of());
    fetch =
        queue(
            "fetch-spotify",
            Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                "720",
                QueueAttributeName.REDRIVE_POLICY,
                """
                {"deadLetterTargetArn": "%s", "maxReceiveCount": "%s"}
                """
                    .formatted(arn(dead), RECEIVED_AT_MOST)));
    taste = queue("taste", Map.of());
  }

  private static NowProvider now(InstantSource clock) {
    return new NowProvider() {
      @Override
      public long nowMillis() {
        return now().toInstant().toEpochMilli();
      }

      @Override
      public OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC).plusYears(AHEAD);
      }
    };
  }

  private String queue(String name, Map<QueueAttributeName, String> attributes) {
    return client.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
  }

  private String arn(String url) {
    return client
        .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }

  /** Everything that can be received now. */
  List<Message> receive(String url) {
    var all = new ArrayList<Message>();
    while (true) {
      var some = client.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages();
      some.stream().filter(message -> isDue(url, message)).forEach(all::add);
      if (some.size() < 10) {
        return all;
      }
    }
  }

  /** Before so many ids are sent with a delay. */
  void posted(Collection<UUID> ids, Duration delay) {
    var at = clock.instant().plus(delay);
    ids.forEach(id -> due.computeIfAbsent(id.toString(), _ -> new ArrayDeque<>()).add(at));
  }

  private boolean isDue(String url, Message message) {
    var at = due.getOrDefault(message.body(), new ArrayDeque<>()).poll();
    var wait = at == null ? Duration.ZERO : Duration.between(clock.instant(), at);
    if (!wait.isPositive()) {
      return true;
    }
    client.changeMessageVisibility(
        r ->
            r.queueUrl(url)
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(Math.toIntExact(wait.toSeconds() + 1)));
    return false;
  }

  void delete(String url, Message message) {
    client.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
  }

  void send(String url, String body) {
    client.sendMessage(r -> r.queueUrl(url).messageBody(body));
  }

  void purge() {
    due.clear();
    List.of(fetch, taste, dead).forEach(url -> client.purgeQueue(r -> r.queueUrl(url)));
  }

  @Override
  public void close() {
    client.close();
    server.stopAndWait();
    actors.terminate();
  }
}
