package io.blendify.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request, read completely.
 *
 * @param path decoded, without the query
 * @param body as UTF-8 text; cut off after 64 KiB
 */
public record Request(
    String method, String path, String rawQuery, Query query, String body, HttpExchange exchange) {

  private static final int MOST_BODY = 64 * 1024;

  static Request read(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    var body = exchange.getRequestBody().readNBytes(MOST_BODY);
    var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    return new Request(
        exchange.getRequestMethod(),
        uri.getPath(),
        query,
        Query.parse(query),
        new String(body, StandardCharsets.UTF_8),
        exchange);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  /** The body as a form; empty when it is not declared to be one. */
  public Query form() {
    boolean isForm =
        header("Content-Type")
            .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
            .isPresent();
    return Query.parse(isForm ? body : "");
  }

  /** Scheme, host and port as the caller addressed them. */
  public String origin() {
    var address = exchange.getLocalAddress();
    return "http://" + header("Host").orElse("127.0.0.1:" + address.getPort());
  }
}
