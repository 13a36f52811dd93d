package io.blendify.providers.spotify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a page says about the one after it. The address itself is never followed: it can point to a
 * removed one ({@code /users/{id}/playlists}), and the access token would travel with the request.
 */
sealed interface NextLink {

  /** This was the last page. */
  record None() implements NextLink {}

  /** There is more; where it starts stands in the query, if anywhere. */
  record More(Map<String, String> query) implements NextLink {
    public More {
      query = Map.copyOf(query);
    }
  }

  /** It leads away from the provider, or nowhere. */
  record Refused(String detail) implements NextLink {}

  /** Reads the {@code next} of a paging object. */
  static NextLink of(JsonNode paging, URI apiUrl) {
    var next = paging.get("next");
    if (next == null || next.isNull()) {
      return new None();
    }
    if (!next.isString()) {
      return new Refused("next is no address");
    }
    try {
      return of(new URI(next.getStringValue()), apiUrl);
    } catch (URISyntaxException | IllegalArgumentException e) {
      return new Refused("next is no address");
    }
  }

  private static NextLink of(URI next, URI apiUrl) {
    if (!origin(next).equals(origin(apiUrl))) {
      return new Refused("next points to another host: " + next.getHost());
    }
    var query = new HashMap<String, String>();
    for (var pair : (next.getRawQuery() == null ? "" : next.getRawQuery()).split("&", -1)) {
      var sign = pair.indexOf('=');
      if (sign > 0) {
        query.put(pair.substring(0, sign), URLDecoder.decode(pair.substring(sign + 1), UTF_8));
      }
    }
    return new More(query);
  }

  private static String origin(URI uri) {
    return (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
  }
}
