package io.blendify.sandbox.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import io.blendify.sandbox.http.Query;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Talks to a sandbox as an app would. */
final class Caller {

  static final String REDIRECT = "http://127.0.0.1:8080/v1/callback/spotify";
  static final String SCOPE =
      "user-top-read user-read-recently-played playlist-read-private playlist-read-collaborative"
          + " user-library-read user-follow-read";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final SpotifySandbox sandbox;
  private final String token;

  Caller(SpotifySandbox sandbox, String token) {
    this.sandbox = sandbox;
    this.token = token;
  }

  static Caller of(SpotifySandbox sandbox, String person) {
    return new Caller(sandbox, sandbox.issueTokens(person).accessToken());
  }

  /** The answer to a path under the sandbox's origin, or to an absolute address. */
  HttpResponse<String> get(String address, String... headers)
      throws IOException, InterruptedException {
    var uri =
        address.startsWith("http") ? URI.create(address) : URI.create(sandbox.origin() + address);
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + token);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  JsonNode json(String address) throws IOException, InterruptedException {
    var answer = get(address);
    if (answer.statusCode() != 200) {
      throw new AssertionError(address + " answered " + answer.statusCode() + " " + answer.body());
    }
    return Json.read(answer.body());
  }

  static HttpResponse<String> post(
      SpotifySandbox sandbox, Map<String, String> form, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(sandbox.origin() + "/api/token"))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(Query.format(form)));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Where {@code /authorize} sends the browser. */
  static HttpResponse<String> authorize(SpotifySandbox sandbox, Map<String, String> more)
      throws IOException, InterruptedException {
    var query = new LinkedHashMap<String, String>();
    query.put("client_id", SpotifyApp.standard().clientId());
    query.put("response_type", "code");
    query.put("redirect_uri", REDIRECT);
    query.put("scope", SCOPE);
    query.put("state", "st/4&te");
    query.putAll(more);
    query.values().removeIf(String::isEmpty);
    var uri = URI.create(sandbox.origin() + "/authorize?" + Query.format(query));
    return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
