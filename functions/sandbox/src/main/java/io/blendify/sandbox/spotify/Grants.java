package io.blendify.sandbox.spotify;

import io.blendify.sandbox.world.Chance;
import io.blendify.sandbox.world.Person;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final @Nullable GrantsFile file;
  private final Map<String, Code> codes = new LinkedHashMap<>();
  private final Map<String, Access> accesses = new LinkedHashMap<>();
  private final Map<String, Refresh> refreshes = new LinkedHashMap<>();
  private long serial;

  /**
   * @param file where grants outlive the process; null for grants that end with it
   * @throws UncheckedIOException when the file cannot be read
   */
  Grants(long seed, InstantSource clock, @Nullable GrantsFile file) {
    this.seed = seed;
    this.clock = clock;
    this.file = file;
    if (file != null) {
      serial = file.read(codes, accesses, refreshes);
    }
  }

  synchronized Consent consent(Person person, String clientId, Set<String> scopes) {
    return new Consent(++serial, person, clientId, scopes, clock.instant());
  }

  synchronized String code(Consent consent, String redirectUri, @Nullable String challenge) {
    var code = text("AQC", 120);
    codes.put(code, new Code(consent, redirectUri, challenge, clock.instant().plus(CODE_LIFE)));
    keep();
    return code;
  }

  /** Also when its time is over. */
  synchronized Optional<Code> findCode(String code) {
    return Optional.ofNullable(codes.get(code));
  }

  /** The code, which is spent by this; empty for one that is unknown, spent or too old. */
  synchronized Optional<Code> spend(String code) {
    var found = Optional.ofNullable(codes.remove(code));
    keep();
    return found.filter(one -> clock.instant().isBefore(one.until()));
  }

  synchronized String access(Consent consent) {
    var token = text("BQD", 180);
    accesses.put(token, new Access(consent, clock.instant().plus(ACCESS_LIFE)));
    keep();
    return token;
  }

  synchronized String refresh(Consent consent, boolean isPublic) {
    var token = newRefresh(consent, isPublic);
    keep();
    return token;
  }

  /** Also when its time is over: the caller says which of the two errors it is. */
  synchronized Optional<Access> findAccess(String token) {
    return Optional.ofNullable(accesses.get(token));
  }

  /**
   * Empty for a token that is unknown, spent, revoked, or whose consent is more than six months
   * old.
   */
  synchronized Optional<Refresh> findRefresh(String token) {
    return Optional.ofNullable(refreshes.get(token))
        .filter(found -> clock.instant().isBefore(found.consent().ends()));
  }

  /** The token's successor, the token itself being spent by this; of two callers one gets it. */
  synchronized Optional<String> rotate(String token) {
    var spent = refreshes.remove(token);
    if (spent == null) {
      return Optional.empty();
    }
    var next = newRefresh(spent.consent(), spent.isPublic());
    keep();
    return Optional.of(next);
  }

  /**
   * The person withdraws every consent: access and refresh tokens are worth nothing from now on.
   */
  synchronized void revoke(Person person) {
    accesses.values().removeIf(access -> access.consent().person().equals(person));
    refreshes.values().removeIf(refresh -> refresh.consent().person().equals(person));
    keep();
  }

  /** Whose refresh tokens are good. */
  synchronized Set<Person> people() {
    return refreshes.values().stream()
        .map(Refresh::consent)
        .filter(consent -> clock.instant().isBefore(consent.ends()))
        .map(Consent::person)
        .collect(Collectors.toSet());
  }

  /** Access tokens of the person are taken as expired from now on; refresh tokens stay. */
  synchronized void expireAccess(Person person) {
    accesses.replaceAll(
        (_, access) ->
            access.consent().person().equals(person)
                ? new Access(access.consent(), clock.instant())
                : access);
    keep();
  }

  private String newRefresh(Consent consent, boolean isPublic) {
    var token = text("AQD", 128);
    refreshes.put(token, new Refresh(consent, isPublic));
    return token;
  }

  private String text(String prefix, int length) {
    return prefix + Chance.base62(length, seed, prefix, ++serial);
  }

  /** Before anybody gets to see what has changed. */
  private void keep() {
    if (file != null) {
      var yesterday = clock.instant().minus(Duration.ofDays(1));
      codes.values().removeIf(code -> code.until().isBefore(yesterday));
      accesses.values().removeIf(access -> access.until().isBefore(yesterday));
      file.write(serial, codes, accesses, refreshes);
    }
  }
}
