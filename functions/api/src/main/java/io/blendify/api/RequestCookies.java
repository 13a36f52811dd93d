package io.blendify.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.HashMap;
import java.util.Map;

/** Puts the cookies of payload format 2.0 back into the header where Micronaut looks for them. */
final class RequestCookies {
  private RequestCookies() {}

  static void intoHeaders(APIGatewayV2HTTPEvent event) {
    var cookies = event.getCookies();
    if (cookies != null && !cookies.isEmpty()) {
      var given = event.getHeaders();
      var headers = new HashMap<String, String>(given == null ? Map.of() : given);
      headers.keySet().removeIf("cookie"::equalsIgnoreCase);
      headers.put("cookie", String.join("; ", cookies));
      event.setHeaders(headers);
    }
  }
}
