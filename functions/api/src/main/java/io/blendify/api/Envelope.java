package io.blendify.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.blendify.api.problem.Problem;
import io.blendify.api.problem.ProblemType;
import io.blendify.core.watch.Trail;
import io.micronaut.http.exceptions.UriSyntaxException;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What holds for every request, whatever answers it: a bound on its size, a request id, security
 * headers, entity tags, and a problem in place of an exception.
 */
@Singleton
final class Envelope {
  private static final Logger LOG = LoggerFactory.getLogger(Envelope.class);
  private static final String REQUEST_ID = "X-Request-Id";

  private final ApiConfig config;
  private final JsonMapper json;

  Envelope(ApiConfig config, JsonMapper json) {
    this.config = config;
    this.json = json;
  }

  APIGatewayV2HTTPResponse answer(
      APIGatewayV2HTTPEvent event,
      @Nullable Context context,
      Supplier<APIGatewayV2HTTPResponse> inner) {
    var id = requestId(event);
    var trail =
        Trail.of(id, id)
            .with("function_request_id", context == null ? null : context.getAwsRequestId());
    var response = trail.call(() -> ready(event, inner));
    response.getHeaders().put(REQUEST_ID, id);
    return response;
  }

  private APIGatewayV2HTTPResponse ready(
      APIGatewayV2HTTPEvent event, Supplier<APIGatewayV2HTTPResponse> inner) {
    var given = withReason(ResponseHeaders.fold(guarded(event, inner)));
    var response = ConditionalGet.apply(event, given);
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(response.getHeaders());
    SecurityHeaders.addTo(headers, config.isHttps());
    response.setHeaders(headers);
    return response;
  }

  private APIGatewayV2HTTPResponse guarded(
      APIGatewayV2HTTPEvent event, Supplier<APIGatewayV2HTTPResponse> inner) {
    if (size(event.getBody()) > config.maxBodyBytes()) {
      var detail = "A body may have " + config.maxBodyBytes() + " bytes.";
      return problem(ProblemType.TOO_LARGE, detail);
    }
    if (hasControlCharacters(event)) {
      return problem(ProblemType.INVALID_REQUEST, "A header has control characters.");
    }
    if (hasNul(event)) {
      return problem(
          ProblemType.INVALID_REQUEST, "The address has a character that is part of no text.");
    }
    try {
      return inner.get();
    } catch (UriSyntaxException _) {
      return problem(ProblemType.INVALID_REQUEST, "The address cannot be read.");
    } catch (RuntimeException e) {
      LOG.error("request failed outside of its route", e);
      return problem(ProblemType.INTERNAL, null);
    }
  }

  /** Some of Micronaut's filters refuse without a word, such as that for other origins. */
  private APIGatewayV2HTTPResponse withReason(APIGatewayV2HTTPResponse response) {
    boolean silent = response.getBody() == null || response.getBody().isEmpty();
    return response.getStatusCode() >= 400 && silent
        ? problem(ProblemType.of(response.getStatusCode()), null)
        : response;
  }

  /** Only who goes around API Gateway can send such headers; Micronaut cannot take them. */
  private static boolean hasControlCharacters(APIGatewayV2HTTPEvent event) {
    var headers = event.getHeaders();
    return headers != null
        && headers.values().stream()
            .anyMatch(value -> value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f));
  }

  /** The database has no such character in its texts. */
  private static boolean hasNul(APIGatewayV2HTTPEvent event) {
    var address = event.getRawPath() + " " + event.getRawQueryString();
    return address.indexOf('\0') >= 0 || address.contains("%00");
  }

  private static long size(@Nullable String body) {
    return body == null ? 0 : body.length();
  }

  private APIGatewayV2HTTPResponse problem(ProblemType type, @Nullable String detail) {
    try {
      return APIGatewayV2HTTPResponse.builder()
          .withStatusCode(type.status().getCode())
          .withHeaders(Map.of("Content-Type", Problem.MEDIA_TYPE))
          .withBody(json.writeValueAsString(Problem.of(type, detail, null)))
          .build();
    } catch (IOException e) {
      throw new IllegalStateException("a problem that cannot be written: " + type, e);
    }
  }

  /** API Gateway's own id, so that its logs and ours meet; ours where it has none. */
  private static String requestId(APIGatewayV2HTTPEvent event) {
    var context = event.getRequestContext();
    var given = context == null ? null : context.getRequestId();
    return given != null && Trail.isId(given) ? given : UUID.randomUUID().toString();
  }
}
