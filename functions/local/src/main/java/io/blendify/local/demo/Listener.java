package io.blendify.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.blendify.local.server.LocalFault;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One person in front of the public API, with cookies as a browser keeps them. */
final class Listener {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ALREADY_THERE = 409;

  private final URI api;
  private final String name;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();

  Listener(URI api, String name) {
    this.api = api;
    this.name = name;
  }

  String name() {
    return name;
  }

  JsonNode get(String path) {
    return json(send(request(path).GET()));
  }

  JsonNode post(String path, Map<String, ?> body) {
    return json(send(posting(path, body)));
  }

  private HttpRequest.Builder posting(String path, Map<String, ?> body) {
    try {
      return request(path)
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    } catch (IOException e) {
      throw new LocalFault(path + ": " + e.getMessage(), e);
    }
  }

  /** Signs up where nobody has the address yet, and signs in. */
  void enter(Map<String, String> credentials) {
    var wish = new HashMap<>(credentials);
    wish.put("display_name", name);
    var answer = send(posting("/v1/users", wish));
    if (answer.statusCode() != ALREADY_THERE) {
      json(answer);
    }
    post("/v1/sessions", credentials);
  }

  JsonNode upload(String path, byte[] file) {
    return json(
        send(
            request(path)
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(file))));
  }

  /** Follows redirects through the provider's consent page and back, as a browser does. */
  void connect(String provider, String login) {
    var consent = location(send(request("/v1/connect/" + provider).GET()));
    var allowed = URI.create(consent + "&login=" + login);
    var back = location(send(HttpRequest.newBuilder(allowed).GET()));
    var end = send(HttpRequest.newBuilder(back).GET().timeout(Duration.ofSeconds(30)));
    if (end.statusCode() >= 400) {
      throw new LocalFault(name + " could not connect " + provider + ": " + end.body());
    }
  }

  private static URI location(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Location")
        .map(location -> response.uri().resolve(location))
        .orElseThrow(
            () ->
                new LocalFault(
                    response.uri().getPath()
                        + " led nowhere: "
                        + response.statusCode()
                        + " "
                        + response.body()));
  }

  /** The origin is what a browser would send along from our own pages. */
  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Origin", api.toString());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LocalFault(name + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFault("interrupted", e);
    }
  }

  private JsonNode json(HttpResponse<String> response) {
    if (response.statusCode() >= 400) {
      throw new LocalFault(
          "%s: %s answered %d: %s"
              .formatted(name, response.uri().getPath(), response.statusCode(), response.body()));
    }
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new LocalFault(response.uri() + " answered no JSON", e);
    }
  }
}
