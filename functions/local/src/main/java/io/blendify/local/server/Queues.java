package io.blendify.local.server;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The queues, each with its dead-letter queue: on an embedded server, or on whatever {@code
 * AWS_ENDPOINT_URL} names.
 */
final class Queues implements AutoCloseable {

  static final List<String> NAMES =
      List.of("fetch-spotify", "fetch-file", "taste", "blends", "space");

  /** After so many deliveries a message goes to the dead-letter queue, as in the template. */
  private static final int MAX_RECEIVES = 5;

  private static final Duration VISIBILITY = Duration.ofSeconds(90);

  private final @Nullable SQSRestServer server;
  private final SqsClient client;
  private final Map<String, String> urls = new LinkedHashMap<>();

  private Queues(@Nullable SQSRestServer server) {
    this.server = server;
    this.client =
        SqsClient.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(2))
                    .socketTimeout(Duration.ofSeconds(30)))
            .build();
    NAMES.forEach(name -> urls.put(name, create(name)));
  }

  static Queues start() {
    if (System.getenv("AWS_ENDPOINT_URL") != null
        || System.getenv("AWS_ENDPOINT_URL_SQS") != null) {
      return new Queues(null);
    }
    var server = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    var address = server.waitUntilStarted().localAddress();
    pointSdkAt(URI.create("http://127.0.0.1:" + address.getPort()));
    return new Queues(server);
  }

  /** The SDK's own settings, so that the functions' clients are made exactly as they are on AWS. */
  private static void pointSdkAt(URI endpoint) {
    System.setProperty("aws.endpointUrlSqs", endpoint.toString());
    System.setProperty("aws.region", "eu-central-1");
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
  }

  private String create(String name) {
    var dead = client.createQueue(queue -> queue.queueName(name + "-dead-letters")).queueUrl();
    var arn =
        client
            .getQueueAttributes(
                query -> query.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    return client
        .createQueue(
            queue ->
                queue
                    .queueName(name)
                    .attributes(
                        Map.of(
                            QueueAttributeName.VISIBILITY_TIMEOUT,
                            Long.toString(VISIBILITY.toSeconds()),
                            QueueAttributeName.REDRIVE_POLICY,
                            "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                                .formatted(arn, MAX_RECEIVES))))
        .queueUrl();
  }

  SqsClient client() {
    return client;
  }

  /** Queue URLs by name, in the order of {@link #NAMES}. */
  Map<String, String> urls() {
    return urls;
  }

  @Override
  public void close() {
    client.close();
    if (server != null) {
      server.stopAndWait();
    }
  }
}
