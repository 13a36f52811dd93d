package io.blendify.providers.spotify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.ListingRequest;
import io.blendify.core.sync.Resource;
import io.blendify.providers.json.JsonFields;
import io.blendify.providers.json.JsonTree;
import io.blendify.providers.spotify.Reply.Received;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the Web API for one page. */
@Singleton
final class SpotifyApi {

  /** Entries a page: the most that is allowed, because requests are what is scarce. */
  static final int LIMIT = 50;

  private final SpotifyConfig config;
  private final SpotifyHttp http;

  SpotifyApi(SpotifyConfig config, SpotifyHttp http) {
    this.config = config;
    this.http = http;
  }

  SpotifyConfig config() {
    return config;
  }

  /**
   * Asks, and has the answer read.
   *
   * @param path below the API's address, with its query, encoded
   * @param page reads an answer that is JSON
   */
  FetchOutcome ask(
      ListingRequest request, Resource of, String path, Function<JsonNode, FetchOutcome> page) {
    var reply = http.get(URI.create(config.apiUrl() + path), request.token());
    if (!(reply instanceof Received(int status, var _, var body)) || status != 200) {
      return SpotifyFault.listing(reply, of);
    }
    try {
      return page.apply(JsonTree.read(body));
    } catch (IOException e) {
      return new FetchOutcome.Unavailable("200 with a body that is cut off or no JSON");
    }
  }

  /** What a playlist calls its state; null where it does not say. */
  @Nullable String snapshot(String path, AccessToken token) {
    var reply = http.get(URI.create(config.apiUrl() + path), token);
    if (!(reply instanceof Received(int status, var _, var body)) || status != 200) {
      return null;
    }
    try {
      return JsonFields.text(JsonTree.read(body), "snapshot_id");
    } catch (IOException e) {
      return null;
    }
  }

  /** The text as a part of a path or of a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
