package io.blendify.aws;

import java.net.URI;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/** An embedded SQS server, found by the SDK through its own settings; one for the JVM. */
final class TestQueues {

  private static final SQSRestServer SERVER =
      SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();

  static final URI ENDPOINT =
      URI.create("http://127.0.0.1:" + SERVER.waitUntilStarted().localAddress().getPort());

  private TestQueues() {}

  static void pointSdkHere() {
    System.setProperty("aws.endpointUrlSqs", ENDPOINT.toString());
    System.setProperty("aws.region", "eu-central-1");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }
}
