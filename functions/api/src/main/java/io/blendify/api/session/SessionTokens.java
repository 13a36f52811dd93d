package io.blendify.api.session;

import io.blendify.api.ApiConfig;
import io.blendify.store.people.Sessions;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.generator.TokenGenerator;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Opens sessions: a row, and the token that names it. */
@Singleton
public final class SessionTokens {

  private final Sessions sessions;
  private final TokenGenerator tokens;
  private final InstantSource clock;
  private final ApiConfig config;

  SessionTokens(Sessions sessions, TokenGenerator tokens, InstantSource clock, ApiConfig config) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.clock = clock;
    this.config = config;
  }

  /** A new session of this person; old ones stay. */
  public IssuedSession open(UUID userId) {
    var id = UUID.randomUUID();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var until = now.plus(config.sessionLifetime());
    sessions.insert(id, userId, now, until);
    return new IssuedSession(token(id, userId, now, until), until);
  }

  private String token(UUID id, UUID userId, Instant now, Instant until) {
    Map<String, Object> claims =
        Map.of(
            Claims.TOKEN_ID, id.toString(),
            Claims.SUBJECT, userId.toString(),
            Claims.ISSUED_AT, now.getEpochSecond(),
            Claims.EXPIRATION_TIME, until.getEpochSecond());
    return tokens
        .generateToken(claims)
        .orElseThrow(() -> new IllegalStateException("no token for session " + id));
  }

  /** A secret: what it prints is not the token. */
  public record IssuedSession(String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "IssuedSession[…, " + expiresAt + "]";
    }
  }
}
