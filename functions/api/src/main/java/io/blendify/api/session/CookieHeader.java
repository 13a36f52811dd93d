package io.blendify.api.session;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the Cookie header (RFC 6265, section 4.2). Micronaut without Netty reads it with {@link
 * java.net.HttpCookie#parse}, which knows one cookie only and takes the others for its attributes.
 */
public final class CookieHeader {
  private CookieHeader() {}

  /** The first cookie of that name, if it has a value. */
  public static Optional<String> find(HttpRequest<?> request, String name) {
    var header = request.getHeaders().get(HttpHeaders.COOKIE);
    if (header == null) {
      return Optional.empty();
    }
    return Arrays.stream(header.split(";"))
        .map(String::strip)
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
