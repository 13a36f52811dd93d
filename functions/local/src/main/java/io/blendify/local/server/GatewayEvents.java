package io.blendify.local.server;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * HTTP to and from the events of API Gateway's HTTP APIs, payload format 2.0.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Lambda
 *     proxy integrations</a>
 */
final class GatewayEvents {

  /** Bytes; what Lambda takes in a synchronous invocation. */
  static final int MAX_BODY = 6 * 1024 * 1024;

  private static final Pattern TEXT =
      Pattern.compile("text/.*|application/(json|x-www-form-urlencoded|.*\\+json|xml)(;.*)?");

  private GatewayEvents() {}

  static APIGatewayV2HTTPEvent request(HttpExchange exchange, byte[] body) {
    return request(
        exchange, exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), body, null);
  }

  /**
   * An event for a request of our own, with the credentials of the one that came in.
   *
   * @param contentType in place of the one that came in; null keeps that
   */
  static APIGatewayV2HTTPEvent request(
      HttpExchange exchange,
      String method,
      String path,
      byte[] body,
      @Nullable String contentType) {
    var headers = headers(exchange);
    if (contentType != null) {
      headers.put("content-type", contentType);
      headers.put("content-length", Integer.toString(body.length));
    }
    boolean text =
        TEXT.matcher(headers.getOrDefault("content-type", "text/plain").toLowerCase(Locale.ROOT))
            .matches();
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRouteKey("$default")
        .withRawPath(path)
        .withRawQueryString(query(exchange))
        .withCookies(cookies(exchange))
        .withHeaders(headers)
        .withQueryStringParameters(parameters(exchange))
        .withBody(
            body.length == 0
                ? null
                : text
                    ? new String(body, StandardCharsets.UTF_8)
                    : Base64.getEncoder().encodeToString(body))
        .withIsBase64Encoded(!text)
        .withRequestContext(context(exchange, method, path))
        .build();
  }

  private static RequestContext context(HttpExchange exchange, String method, String path) {
    return RequestContext.builder()
        .withStage("$default")
        .withApiId("local")
        .withRouteKey("$default")
        .withRequestId(UUID.randomUUID().toString())
        .withTimeEpoch(System.currentTimeMillis())
        .withHttp(
            RequestContext.Http.builder()
                .withMethod(method)
                .withPath(path)
                .withProtocol(exchange.getProtocol())
                .withSourceIp(exchange.getRemoteAddress().getAddress().getHostAddress())
                .withUserAgent(exchange.getRequestHeaders().getFirst("User-Agent"))
                .build())
        .build();
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    var headers = new TreeMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    headers.remove("cookie");
    return headers;
  }

  private static @Nullable List<String> cookies(HttpExchange exchange) {
    var values = exchange.getRequestHeaders().get("Cookie");
    return values == null
        ? null
        : values.stream().flatMap(value -> Arrays.stream(value.split(";\\s*"))).toList();
  }

  private static String query(HttpExchange exchange) {
    var query = exchange.getRequestURI().getRawQuery();
    return query == null ? "" : query;
  }

  static Map<String, String> parameters(HttpExchange exchange) {
    var query = query(exchange);
    if (query.isEmpty()) {
      return Map.of();
    }
    var parameters = new TreeMap<String, String>();
    for (var pair : query.split("&", -1)) {
      int split = pair.indexOf('=');
      var name = decode(split < 0 ? pair : pair.substring(0, split));
      var value = split < 0 ? "" : decode(pair.substring(split + 1));
      parameters.merge(name, value, (first, second) -> first + "," + second);
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }

  static void respond(HttpExchange exchange, APIGatewayV2HTTPResponse response) throws IOException {
    var headers = exchange.getResponseHeaders();
    if (response.getHeaders() != null) {
      response.getHeaders().forEach(headers::add);
    }
    if (response.getMultiValueHeaders() != null) {
      response
          .getMultiValueHeaders()
          .forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
    }
    if (response.getCookies() != null) {
      response.getCookies().forEach(cookie -> headers.add("Set-Cookie", cookie));
    }
    headers.remove("Content-Length");
    send(exchange, response.getStatusCode(), body(response));
  }

  static byte[] body(APIGatewayV2HTTPResponse response) {
    if (response.getBody() == null) {
      return new byte[0];
    }
    return response.getIsBase64Encoded()
        ? Base64.getDecoder().decode(response.getBody())
        : response.getBody().getBytes(StandardCharsets.UTF_8);
  }

  /** An error in the API's own form (RFC 9457), for what never reaches the API. */
  static void problem(HttpExchange exchange, int status, String title, String detail)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
    var body =
        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
            .formatted(title, status, detail);
    send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean bodiless =
        body.length == 0 || status == 304 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
    if (!bodiless) {
      exchange.getResponseBody().write(body);
    }
  }
}
