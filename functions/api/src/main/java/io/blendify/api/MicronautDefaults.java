package io.blendify.api;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import java.util.Map;

/** Micronaut's own settings, as the API needs them. */
@ContextConfigurer
public final class MicronautDefaults implements ApplicationContextConfigurer {

  @Override
  public void configure(ApplicationContextBuilder builder) {
    builder.properties(
        Map.of(
            // An address that does not exist is a 404 for everybody.
            "micronaut.security.reject-not-found", false,
            // The session's row decides, by the injected clock.
            "micronaut.security.token.jwt.claims-validators.expiration", false,
            "micronaut.security.basic-auth.enabled", false,
            "micronaut.security.endpoints.login.enabled", false,
            "micronaut.security.endpoints.logout.enabled", false,
            "micronaut.security.endpoints.oauth.enabled", false,
            "micronaut.security.endpoints.introspection.enabled", false));
  }
}
