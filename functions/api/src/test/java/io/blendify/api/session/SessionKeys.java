package io.blendify.api.session;

import io.blendify.api.ApiConfig;
import java.net.URI;
import java.time.Duration;

/** Keys for tests of what rests on them. */
public final class SessionKeys {
  private SessionKeys() {}

  public static SessionKey of(String base64) {
    return new SessionKey(
        new ApiConfig(URI.create("http://127.0.0.1:8080"), base64, Duration.ofDays(1), 1_000));
  }
}
