package io.blendify.migrate;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/**
 * Puts an answer where CloudFormation waits for it: a presigned URL of S3, which is a secret and
 * never logged. The request has no Content-Type, because the signature was made without one.
 */
@Singleton
final class AnswerSender {

  private static final int ATTEMPTS = 3;
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final JsonMapper json;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  AnswerSender(JsonMapper json) {
    this.json = json;
  }

  /** Throws IllegalStateException when the other side does not take the answer. */
  void send(URI target, Answer answer) {
    var request =
        HttpRequest.newBuilder(target)
            .timeout(Duration.ofSeconds(10))
            .PUT(BodyPublishers.ofString(written(answer)))
            .build();
    String problem = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      problem = tried(request);
      if (problem.isEmpty()) {
        return;
      }
    }
    throw new IllegalStateException("CloudFormation did not take the answer: " + problem);
  }

  /** What went wrong; empty where nothing did. */
  private String tried(HttpRequest request) {
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      return status / 100 == 2 ? "" : "status " + status;
    } catch (IOException e) {
      return e.getClass().getSimpleName();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  /** Throws IllegalArgumentException for a URL that must not be followed. */
  static URI target(String url) {
    var uri = uri(url);
    var https = "https".equals(uri.getScheme()) && uri.getHost() != null;
    var loopback =
        "http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost()));
    if (!https && !loopback) {
      throw new IllegalArgumentException("ResponseURL is neither https nor on this machine");
    }
    return uri;
  }

  private static URI uri(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      // The parser's message would repeat the presigned URL.
      throw new IllegalArgumentException("ResponseURL is not a URL");
    }
  }

  private String written(Answer answer) {
    try {
      return json.writeValueAsString(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
