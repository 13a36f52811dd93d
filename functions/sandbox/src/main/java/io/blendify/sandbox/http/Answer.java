package io.blendify.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer before it is sent.
 *
 * @param contentType null for an answer without a body
 */
public record Answer(
    int status, @Nullable String contentType, Map<String, String> headers, byte[] body) {

  public static final String JSON = "application/json; charset=utf-8";

  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer of(int status, String contentType, String body) {
    return new Answer(status, contentType, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer json(int status, String body) {
    return of(status, JSON, body);
  }

  public static Answer redirect(String to) {
    return new Answer(302, null, Map.of("Location", to), new byte[0]);
  }

  public Answer withHeader(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, more, body);
  }

  public Answer withBody(byte[] other) {
    return new Answer(status, contentType, headers, other);
  }

  /** The body as UTF-8 text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public boolean isJson() {
    return contentType != null && contentType.startsWith("application/json");
  }
}
