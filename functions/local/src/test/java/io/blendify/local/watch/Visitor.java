package io.blendify.local.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Somebody with a browser, who notes the id of each answer. */
final class Visitor {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI api;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();

  Visitor(URI api) {
    this.api = api;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(api.resolve(path)).GET());
  }

  /** What is there now. */
  String reads(String path) {
    try {
      return get(path).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> post(String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    var answer =
        send(
            request(api.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isLessThan(300);
    return answer;
  }

  void signUp(String email) throws IOException, InterruptedException {
    var password = "long enough a secret";
    post("/v1/users", Map.of("email", email, "password", password, "display_name", "Ada"));
    post("/v1/sessions", Map.of("email", email, "password", password));
  }

  /** Through the provider's consent and back; the answer is that of the way back. */
  HttpResponse<String> connect(String login) throws IOException, InterruptedException {
    var consent = location(get("/v1/connect/spotify"));
    var back = location(send(HttpRequest.newBuilder(URI.create(consent + "&login=" + login))));
    var answer = send(HttpRequest.newBuilder(back));
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(400);
    return answer;
  }

  static String requestId(HttpResponse<?> answer) {
    return answer.headers().firstValue("X-Request-Id").orElseThrow();
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  private static URI location(HttpResponse<String> answer) {
    return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(Duration.ofMinutes(1))
        .header("Origin", api.toString());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
