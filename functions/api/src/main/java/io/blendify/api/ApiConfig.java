package io.blendify.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;

/**
 * The settings of the API.
 *
 * @param publicUrl where browsers reach it, without a path
 * @param sessionLifetime after which a person signs in anew
 * @param maxBodyBytes the longest body that a request may have
 */
@ConfigurationProperties("blendify")
public record ApiConfig(
    @Bindable(defaultValue = "http://127.0.0.1:8080") URI publicUrl,
    @Bindable(defaultValue = "30d") Duration sessionLifetime,
    @Bindable(defaultValue = "262144") int maxBodyBytes) {

  /** Cookies are marked Secure then. */
  public boolean isHttps() {
    return "https".equals(publicUrl.getScheme());
  }
}
