package io.blendify.aws;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** What S3 needs, in the functions that have it. */
@Factory
@Requires(property = "blendify.uploads.bucket")
@Requires(classes = S3Client.class)
final class S3Clients {

  /** No limit on a whole call: a file of 500 MB streams for as long as its reader takes. */
  @Bean(preDestroy = "close")
  @Singleton
  S3Client client() {
    return S3Client.builder()
        .httpClientBuilder(AwsClients.http())
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .build();
  }

  @Bean(preDestroy = "close")
  @Singleton
  S3Presigner presigner() {
    return S3Presigner.builder().build();
  }
}
