package io.blendify.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Strong entity tags for what GET answers under {@code /v1}: the hash of the very bytes. Who has
 * them already is told so, without the bytes (RFC 9110, section 13).
 */
final class ConditionalGet {
  private static final int TAG_BYTES = 16;

  private ConditionalGet() {}

  static APIGatewayV2HTTPResponse apply(
      APIGatewayV2HTTPEvent event, APIGatewayV2HTTPResponse response) {
    var body = response.getBody();
    if (body == null || response.getStatusCode() != 200 || !isRead(event)) {
      return response;
    }
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(response.getHeaders());
    var tag = headers.computeIfAbsent("ETag", _ -> tag(body));
    headers.putIfAbsent("Cache-Control", "private, no-cache");
    response.setHeaders(headers);
    if (matches(header(event, "if-none-match"), tag)) {
      headers.remove("Content-Type");
      headers.remove("Content-Length");
      response.setStatusCode(304);
      response.setBody(null);
      response.setIsBase64Encoded(false);
    }
    return response;
  }

  private static boolean isRead(APIGatewayV2HTTPEvent event) {
    var http = event.getRequestContext().getHttp();
    return "GET".equals(http.getMethod()) && http.getPath().startsWith("/v1/");
  }

  /** If-None-Match compares weakly: W/ in front does not matter. */
  private static boolean matches(@Nullable String wanted, String tag) {
    return wanted != null
        && Arrays.stream(wanted.split(","))
            .map(String::strip)
            .map(value -> value.startsWith("W/") ? value.substring(2) : value)
            .anyMatch(value -> value.equals("*") || value.equals(tag));
  }

  private static @Nullable String header(APIGatewayV2HTTPEvent event, String name) {
    if (event.getHeaders() == null) {
      return null;
    }
    return event.getHeaders().entrySet().stream()
        .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static String tag(String body) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return '"' + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
