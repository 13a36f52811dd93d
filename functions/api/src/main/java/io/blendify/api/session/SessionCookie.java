package io.blendify.api.session;

import io.blendify.api.ApiConfig;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.token.reader.TokenReader;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The cookie in which a browser keeps its session. */
@Singleton
public final class SessionCookie implements TokenReader<HttpRequest<?>> {
  public static final String NAME = "blendify_session";

  private final ApiConfig config;

  SessionCookie(ApiConfig config) {
    this.config = config;
  }

  /** A cookie no script can read and no other site can make a browser send along with a write. */
  public Cookie of(String token) {
    return cookie(token, config.sessionLifetime());
  }

  /** Makes the browser forget its session. */
  public Cookie gone() {
    return cookie("", Duration.ZERO);
  }

  private Cookie cookie(String value, Duration age) {
    return Cookie.of(NAME, value)
        .path("/")
        .httpOnly(true)
        .secure(config.isHttps())
        .sameSite(SameSite.Lax)
        .maxAge(age);
  }

  @Override
  public Optional<String> findToken(HttpRequest<?> request) {
    return CookieHeader.find(request, NAME);
  }

  /** After the bearer header: who sends one means it. */
  @Override
  public int getOrder() {
    return 0;
  }
}
