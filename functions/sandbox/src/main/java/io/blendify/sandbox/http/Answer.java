package io.blendify.sandbox.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer before it is sent.
 *
 * @param contentType null for an answer without a body
 * @param body sent as UTF-8
 */
public record Answer(
    int status, @Nullable String contentType, Map<String, String> headers, String body) {

  public static final String JSON = "application/json; charset=utf-8";

  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer of(int status, String contentType, String body) {
    return new Answer(status, contentType, Map.of(), body);
  }

  public static Answer json(int status, String body) {
    return of(status, JSON, body);
  }

  public static Answer redirect(String to) {
    return new Answer(302, null, Map.of("Location", to), "");
  }

  public Answer withHeader(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, more, body);
  }

  public Answer withBody(String other) {
    return new Answer(status, contentType, headers, other);
  }

  public boolean isJson() {
    return contentType != null && contentType.startsWith("application/json");
  }
}
