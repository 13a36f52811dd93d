package io.blendify.aws;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The SDK's clients. Region, credentials and endpoint come from where the SDK looks for them by
 * itself ({@code AWS_REGION}, the role, {@code AWS_ENDPOINT_URL}).
 */
@Factory
final class AwsClients {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(10);
  private static final Duration ATTEMPT = Duration.ofSeconds(12);
  private static final Duration CALL = Duration.ofSeconds(30);
  private static final Duration SECRET_ATTEMPT = Duration.ofSeconds(2);
  private static final Duration SECRET_CALL = Duration.ofSeconds(5);

  @Bean(preDestroy = "close")
  @Singleton
  SqsClient sqs() {
    return SqsClient.builder().httpClientBuilder(http()).overrideConfiguration(limits()).build();
  }

  /** Somebody waits for a connection to the database meanwhile: shorter than that may take. */
  @Bean(preDestroy = "close")
  @Singleton
  SecretsManagerClient secretsManager() {
    return SecretsManagerClient.builder()
        .httpClientBuilder(http())
        .overrideConfiguration(
            limits -> limits.apiCallAttemptTimeout(SECRET_ATTEMPT).apiCallTimeout(SECRET_CALL))
        .build();
  }

  static UrlConnectionHttpClient.Builder http() {
    return UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ);
  }

  private static ClientOverrideConfiguration limits() {
    return ClientOverrideConfiguration.builder()
        .apiCallAttemptTimeout(ATTEMPT)
        .apiCallTimeout(CALL)
        .build();
  }
}
