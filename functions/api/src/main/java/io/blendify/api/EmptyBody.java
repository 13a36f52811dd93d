package io.blendify.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whoever sends no body to the API sends the empty object: what is optional is left out, and what
 * is not is named in the answer. Forms are left as they are.
 */
final class EmptyBody {
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
  private static final String TYPE = "content-type";

  private EmptyBody() {}

  static void toObject(APIGatewayV2HTTPEvent event) {
    var http = event.getRequestContext().getHttp();
    if (!http.getPath().startsWith("/v1/")
        || !WITH_BODY.contains(http.getMethod())
        || (event.getBody() != null && !event.getBody().isBlank())) {
      return;
    }
    var headers = new HashMap<String, String>();
    var given = event.getHeaders() == null ? Map.<String, String>of() : event.getHeaders();
    given.forEach((name, value) -> headers.put(lower(name), value));
    if (headers.getOrDefault(TYPE, "application/json").startsWith("application/json")) {
      headers.put(TYPE, "application/json");
      headers.remove("content-length");
      event.setHeaders(headers);
      event.setBody("{}");
      event.setIsBase64Encoded(false);
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
