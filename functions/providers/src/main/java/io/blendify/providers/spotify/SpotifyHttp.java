package io.blendify.providers.spotify;

import io.blendify.core.provider.AccessToken;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** One request, one reply: bounded in time and size, never redirected, never an exception. */
@Singleton
final class SpotifyHttp {

  private final SpotifyConfig config;
  private final HttpClient client;

  SpotifyHttp(SpotifyConfig config) {
    this.config = config;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(config.connectTimeout())
            .build();
  }

  Reply get(URI uri, AccessToken token) {
    return send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token.value()));
  }

  /** Posts a form; {@code authorization} is the header's whole value. */
  Reply post(URI uri, String form, @Nullable String authorization) {
    var request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    return send(authorization == null ? request : request.header("Authorization", authorization));
  }

  private Reply send(HttpRequest.Builder request) {
    request
        .timeout(config.timeout())
        .header("Accept", "application/json")
        .header("Accept-Encoding", "gzip");
    try {
      return read(client.send(request.build(), BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      return new Reply.Lost(e.getClass().getSimpleName() + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.Lost("interrupted");
    }
  }

  /** The client's own time limit ends with the headers: the body gets one more of the same. */
  private Reply read(HttpResponse<InputStream> response) throws IOException {
    try (var body = response.body()) {
      var late =
          new CompletableFuture<Boolean>()
              .completeOnTimeout(true, config.timeout().toMillis(), TimeUnit.MILLISECONDS);
      var _ = late.thenAccept(isLate -> closeIf(isLate, body));
      try {
        var bytes = unpacked(response, body).readNBytes(config.maxBody() + 1);
        return bytes.length > config.maxBody()
            ? new Reply.TooLarge(config.maxBody())
            : new Reply.Received(response.statusCode(), response.headers(), bytes);
      } finally {
        late.complete(false);
      }
    }
  }

  private static void closeIf(boolean isLate, InputStream body) {
    try {
      if (isLate) {
        body.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException("an answer that came too slowly could not be left", e);
    }
  }

  private static InputStream unpacked(HttpResponse<InputStream> response, InputStream body)
      throws IOException {
    var packed = response.headers().firstValue("Content-Encoding").orElse("");
    return packed.equalsIgnoreCase("gzip") ? new GZIPInputStream(body) : body;
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }
}
