package io.blendify.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a request came from: the address that API Gateway saw, and never what a header claims
 * ({@code X-Forwarded-For} may be anybody's invention).
 */
public final class RequestSource {

  private static final String HEADER = "x-blendify-source";
  private static final int NETWORK_BYTES = 8;

  private RequestSource() {}

  /** Puts it where Micronaut can see it, in place of any such header that was sent. */
  static void intoHeaders(APIGatewayV2HTTPEvent event) {
    var given = event.getHeaders();
    var headers = new HashMap<String, String>(given == null ? Map.of() : given);
    // Blanks around a value say nothing (RFC 9110, section 5.5), and Micronaut cannot take them.
    headers.replaceAll((_, value) -> value.strip());
    headers.keySet().removeIf(HEADER::equalsIgnoreCase);
    headers.put(HEADER, network(sourceIp(event)));
    event.setHeaders(headers);
  }

  /** The network address; of IPv6 the half that stands for one household. */
  public static String of(HttpRequest<?> request) {
    var source = request.getHeaders().get(HEADER);
    return source == null ? "unknown" : source;
  }

  private static @Nullable String sourceIp(APIGatewayV2HTTPEvent event) {
    var context = event.getRequestContext();
    return context == null || context.getHttp() == null ? null : context.getHttp().getSourceIp();
  }

  private static String network(@Nullable String address) {
    if (address == null || !address.matches("[0-9a-fA-F:.]{2,45}")) {
      return "unknown";
    }
    try {
      var bytes = InetAddress.ofLiteral(address).getAddress();
      return HexFormat.of()
          .formatHex(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, NETWORK_BYTES));
    } catch (IllegalArgumentException _) {
      return "unknown";
    }
  }
}
