package io.blendify.sandbox.spotify;

import io.blendify.sandbox.world.Chance;
import io.blendify.sandbox.world.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Consents and what is issued on them: codes, access tokens, refresh tokens. */
final class Grants {

  static final Duration CODE_LIFE = Duration.ofMinutes(10);
  static final Duration ACCESS_LIFE = Duration.ofHours(1);
  static final int CONSENT_MONTHS = 6;

  /** What a person consented to, and when. */
  record Consent(long number, Person person, String clientId, Set<String> scopes, Instant at) {

    Consent {
      scopes = Set.copyOf(scopes);
    }

    /** Six months after the consent, however often it was refreshed. */
    Instant ends() {
      return at.atZone(ZoneOffset.UTC).plusMonths(CONSENT_MONTHS).toInstant();
    }
  }

  /**
   * A code on its way through the browser.
   *
   * @param challenge of PKCE; null when the app asked without
   */
  record Code(Consent consent, String redirectUri, @Nullable String challenge, Instant until) {}

  /** An access token's consent, and until when it is good. */
  record Access(Consent consent, Instant until) {}

  /**
   * A refresh token's consent.
   *
   * @param isPublic whether it was issued to a client without a secret
   */
  record Refresh(Consent consent, boolean isPublic) {}

  private final long seed;
  private final InstantSource clock;
  private final AtomicLong serial = new AtomicLong();
  private final Map<String, Code> codes = new ConcurrentHashMap<>();
  private final Map<String, Access> accesses = new ConcurrentHashMap<>();
  private final Map<String, Refresh> refreshes = new ConcurrentHashMap<>();

  Grants(long seed, InstantSource clock) {
    this.seed = seed;
    this.clock = clock;
  }

  Consent consent(Person person, String clientId, Set<String> scopes) {
    return new Consent(serial.incrementAndGet(), person, clientId, scopes, clock.instant());
  }

  String code(Consent consent, String redirectUri, @Nullable String challenge) {
    var code = text("AQC", 120);
    codes.put(code, new Code(consent, redirectUri, challenge, clock.instant().plus(CODE_LIFE)));
    return code;
  }

  /** The code, which is spent by this; empty for one that is unknown, spent or too old. */
  Optional<Code> spend(String code) {
    return Optional.ofNullable(codes.remove(code))
        .filter(found -> clock.instant().isBefore(found.until()));
  }

  String access(Consent consent) {
    var token = text("BQD", 180);
    accesses.put(token, new Access(consent, clock.instant().plus(ACCESS_LIFE)));
    return token;
  }

  String refresh(Consent consent, boolean isPublic) {
    var token = text("AQD", 128);
    refreshes.put(token, new Refresh(consent, isPublic));
    return token;
  }

  /** Also when its time is over: the caller says which of the two errors it is. */
  Optional<Access> findAccess(String token) {
    return Optional.ofNullable(accesses.get(token));
  }

  /**
   * Empty for a token that is unknown, spent, revoked, or whose consent is more than six months
   * old.
   */
  Optional<Refresh> findRefresh(String token) {
    return Optional.ofNullable(refreshes.get(token))
        .filter(found -> clock.instant().isBefore(found.consent().ends()));
  }

  /** Whether the token was there; of two callers only one hears yes. */
  boolean spendRefresh(String token) {
    return refreshes.remove(token) != null;
  }

  /**
   * The person withdraws every consent: access and refresh tokens are worth nothing from now on.
   */
  void revoke(Person person) {
    accesses.values().removeIf(access -> access.consent().person().equals(person));
    refreshes.values().removeIf(refresh -> refresh.consent().person().equals(person));
  }

  /** Access tokens of the person are taken as expired from now on; refresh tokens stay. */
  void expireAccess(Person person) {
    accesses.replaceAll(
        (_, access) ->
            access.consent().person().equals(person)
                ? new Access(access.consent(), clock.instant())
                : access);
  }

  private String text(String prefix, int length) {
    return prefix + Chance.base62(length, seed, prefix, serial.incrementAndGet());
  }
}
