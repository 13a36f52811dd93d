package io.blendify.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blendify.core.file.FileStore;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** Against a small server of our own, or against what {@code AWS_ENDPOINT_URL} names. */
class S3FileStoreIT {

  private static FakeS3 server;
  private static ApplicationContext context;
  private static FileStore files;

  private final String key = "uploads/" + UUID.randomUUID() + "/my data ü+&.zip";

  @BeforeAll
  static void start() throws IOException {
    if (System.getenv("AWS_ENDPOINT_URL") == null) {
      server = new FakeS3();
      System.setProperty("aws.endpointUrlS3", server.endpoint().toString());
      System.setProperty("aws.accessKeyId", "test");
      System.setProperty("aws.secretAccessKey", "test");
    }
    System.setProperty("aws.region", "eu-central-1");
    context = ApplicationContext.run(Map.of("blendify.uploads.bucket", "blendify-test"));
    if (server == null) {
      context.getBean(S3Client.class).createBucket(bucket -> bucket.bucket("blendify-test"));
    }
    files = context.getBean(FileStore.class);
  }

  @AfterAll
  static void stop() {
    context.close();
    if (server != null) {
      server.close();
    }
  }

  @Test
  void whatABrowserPutsIsFoundAndReadAsOftenAsNeeded() throws Exception {
    assertThat(put(files.uploadUrl(key, 5, Duration.ofMinutes(10)), "music")).isEqualTo(200);

    var file = Objects.requireNonNull(files.find(key, "my data.zip"));
    assertThat(file.name()).isEqualTo("my data.zip");
    assertThat(file.size()).isEqualTo(5);
    for (int time = 0; time < 2; time++) {
      try (var content = file.open()) {
        assertThat(new String(content.readAllBytes(), UTF_8)).isEqualTo("music");
      }
    }
  }

  @Test
  void theAddressIsSignedForThatLengthAndThatLong() {
    var url = files.uploadUrl(key, 524_288_000, Duration.ofMinutes(10));

    assertThat(url.getHost()).isEqualTo(server == null ? url.getHost() : "127.0.0.1");
    assertThat(url.getQuery())
        .contains("X-Amz-Expires=600")
        .contains("X-Amz-SignedHeaders=content-length;host")
        .doesNotContain("checksum");
  }

  @Test
  void whatNobodyUploadedIsNotFound() {
    assertThat(files.find(key, "x")).isNull();
  }

  @Test
  void whatWasReplacedSinceItWasFoundCannotBeRead() throws Exception {
    put(files.uploadUrl(key, 5, Duration.ofMinutes(10)), "music");
    var file = Objects.requireNonNull(files.find(key, "x"));
    put(files.uploadUrl(key, 5, Duration.ofMinutes(10)), "noise");

    assertThatThrownBy(file::open).isInstanceOf(IOException.class).hasMessageContaining(key);
  }

  @Test
  void whatIsDeletedIsGone() throws Exception {
    put(files.uploadUrl(key, 5, Duration.ofMinutes(10)), "music");
    files.delete(key);
    files.delete(key);

    assertThat(files.find(key, "x")).isNull();
  }

  @Test
  void withoutABucketThereIsNoStore() {
    try (var without = ApplicationContext.run()) {
      assertThat(without.containsBean(FileStore.class)).isFalse();
    }
  }

  private static int put(URI url, String content) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(url).PUT(BodyPublishers.ofString(content)).build();
      return http.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
