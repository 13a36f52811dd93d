package io.blendify.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts headers where payload format 2.0 has them: one value each, several joined by commas, and
 * cookies in a list of their own. Micronaut leaves them in {@code multiValueHeaders}, which API
 * Gateway ignores.
 */
final class ResponseHeaders {
  private static final String SET_COOKIE = "Set-Cookie";

  private ResponseHeaders() {}

  static APIGatewayV2HTTPResponse fold(APIGatewayV2HTTPResponse response) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(orEmpty(response.getHeaders()));
    var several = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    several.putAll(orEmpty(response.getMultiValueHeaders()));
    var cookies = several.remove(SET_COOKIE);
    several.forEach((name, values) -> headers.put(name, String.join(", ", values)));
    headers.remove(SET_COOKIE);
    response.setHeaders(headers);
    response.setMultiValueHeaders(null);
    response.setCookies(cookies);
    return response;
  }

  private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> headers) {
    return headers == null ? Map.of() : headers;
  }
}
