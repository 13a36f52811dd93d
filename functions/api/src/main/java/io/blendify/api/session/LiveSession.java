package io.blendify.api.session;

import io.blendify.store.people.Sessions;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** A well-signed token counts only while its session's row is live. */
@Singleton
final class LiveSession implements GenericJwtClaimsValidator<HttpRequest<?>> {

  /** Made when the first token comes: a request without one needs no database. */
  private final BeanProvider<Sessions> sessions;

  private final InstantSource clock;

  LiveSession(BeanProvider<Sessions> sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public boolean validate(Claims claims, HttpRequest<?> request) {
    var session = uuid(claims.get(Claims.TOKEN_ID));
    var user = uuid(claims.get(Claims.SUBJECT));
    return session.isPresent()
        && user.isPresent()
        && sessions.get().isLive(session.get(), user.get(), clock.instant());
  }

  private static Optional<UUID> uuid(Object claim) {
    try {
      return Optional.of(UUID.fromString(String.valueOf(claim)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
