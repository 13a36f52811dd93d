package io.blendify.aws;

import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.localstack.LocalStackContainer;
import org.testcontainers.containers.localstack.LocalStackContainer.Service;
import org.testcontainers.utility.DockerImageName;

/** A place where SQS and Secrets Manager can be reached, or what stands in for them. */
enum Backend {

  /** ElasticMQ and our own Secrets Manager, in this JVM. */
  EMBEDDED("embedded servers") {
    @Override
    @Nullable String missing() {
      return null;
    }

    @Override
    URI sqs() {
      return TestQueues.ENDPOINT;
    }

    @Override
    URI secrets() {
      return Embedded.SECRETS.endpoint();
    }
  },

  /** Whatever the SDK's own variable names. */
  ENDPOINT("AWS_ENDPOINT_URL") {
    @Override
    @Nullable String missing() {
      return System.getenv("AWS_ENDPOINT_URL") == null ? "the variable is not set" : null;
    }

    @Override
    URI sqs() {
      return URI.create(System.getenv("AWS_ENDPOINT_URL"));
    }

    @Override
    URI secrets() {
      return sqs();
    }
  },

  /** Testcontainers' LocalStack. */
  LOCALSTACK("LocalStack") {
    @Override
    @Nullable String missing() {
      return Docker.THERE ? null : "there is no Docker here";
    }

    @Override
    URI sqs() {
      return LocalStack.CONTAINER.getEndpointOverride(Service.SQS);
    }

    @Override
    URI secrets() {
      return LocalStack.CONTAINER.getEndpointOverride(Service.SECRETSMANAGER);
    }
  };

  private final String title;

  Backend(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Why it cannot be used here; null where it can. */
  abstract @Nullable String missing();

  abstract URI sqs();

  abstract URI secrets();

  /** For the SDK's clients that are made from now on. */
  void pointSdkHere() {
    pointSdkAt(sqs());
    System.setProperty("aws.endpointUrlSecretsManager", secrets().toString());
    credentials(this == ENDPOINT && System.getenv("AWS_ACCESS_KEY_ID") != null);
  }

  /** Its queues by way of somebody who stands between. */
  static void pointSdkAt(URI sqs) {
    System.setProperty("aws.endpointUrlSqs", sqs.toString());
  }

  private static void credentials(boolean given) {
    for (var name : new String[] {"aws.region", "aws.accessKeyId", "aws.secretAccessKey"}) {
      if (given) {
        System.clearProperty(name);
      } else {
        System.setProperty(name, name.equals("aws.region") ? "eu-central-1" : "test");
      }
    }
  }

  /** Started by the first who asks, and stopped with the JVM. */
  private static final class Embedded {
    static final FakeSecretsManager SECRETS = new FakeSecretsManager();
  }

  private static final class Docker {
    static final boolean THERE =
        available(() -> DockerClientFactory.instance().isDockerAvailable());

    private static boolean available(Supplier<Boolean> docker) {
      try {
        return docker.get();
      } catch (RuntimeException | LinkageError _) {
        return false;
      }
    }
  }

  private static final class LocalStack {
    @SuppressWarnings("resource") // Testcontainers stops it with the JVM.
    static final LocalStackContainer CONTAINER =
        new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.10"))
            .withServices(Service.SQS, Service.SECRETSMANAGER);

    static {
      CONTAINER.start();
    }
  }
}
