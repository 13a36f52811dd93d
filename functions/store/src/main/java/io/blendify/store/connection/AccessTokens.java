package io.blendify.store.connection;

import io.blendify.core.ProviderId;
import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.RefreshToken;
import io.blendify.core.provider.SignIn;
import io.blendify.core.provider.TokenOutcome;
import io.blendify.core.provider.TokenOutcome.Granted;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives access tokens, renewed where needed. One worker at a time refreshes a connection: it holds
 * a lease on the version of the tokens that it saw, everybody else waits a little for the outcome
 * and otherwise tries later. Call it outside a transaction: a new refresh token must be committed
 * before the access token that came with it is used.
 */
@Singleton
public final class AccessTokens {

  /** A token with less to live than this is renewed before use. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** Longer than any call to a token endpoint may take. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private static final int KEEPING_ATTEMPTS = 4;

  private static final Duration BUSY = Duration.ofSeconds(5);

  private final Tokens tokens;
  private final TokenCipher cipher;
  private final Map<ProviderId, SignIn> signIns;
  private final InstantSource clock;
  private final Patience patience;

  AccessTokens(
      Tokens tokens,
      TokenCipher cipher,
      List<SignIn> signIns,
      InstantSource clock,
      Patience patience) {
    this.tokens = tokens;
    this.cipher = cipher;
    this.signIns = signIns.stream().collect(Collectors.toUnmodifiableMap(SignIn::provider, s -> s));
    this.clock = clock;
    this.patience = patience;
  }

  /** The stored token, or a new one where it runs out within a minute. */
  public TokenAnswer usable(UUID connectionId) {
    return answer(connectionId, row -> !runsOut(row));
  }

  /**
   * A token other than the one that the provider refused. Where somebody has renewed it in the
   * meantime, that one is given and nothing is asked of the provider.
   */
  public TokenAnswer after(UUID connectionId, AccessToken refused) {
    return answer(connectionId, row -> !runsOut(row) && !access(row).equals(refused));
  }

  /** Marks a connection whose fresh token the provider refuses: only the person can restore it. */
  public void reconnectRequired(UUID connectionId, String detail) {
    var row = row(connectionId);
    tokens.drop(connectionId, row.tokenVersion(), detail, now());
  }

  private TokenAnswer answer(UUID connectionId, Function<TokenRow, Boolean> good) {
    for (int attempt = 0; patience.lasts(attempt); attempt++) {
      var row = row(connectionId);
      if (row.status() != ConnectionStatus.ACTIVE) {
        return standing(row);
      }
      if (row.accessTokenEncrypted() != null && good.apply(row)) {
        return new TokenAnswer.Usable(access(row));
      }
      var lease = now().plus(LEASE);
      if (tokens.lease(connectionId, row.tokenVersion(), lease, now()) == 1) {
        return refresh(row, lease);
      }
    }
    return new TokenAnswer.TryLater(BUSY, "another worker is refreshing the token");
  }

  private static TokenAnswer standing(TokenRow row) {
    var detail = row.statusDetail() == null ? row.status().label() : row.statusDetail();
    return row.status() == ConnectionStatus.DISABLED
        ? new TokenAnswer.AppRefused(detail)
        : new TokenAnswer.ReconnectRequired(detail);
  }

  private TokenAnswer refresh(TokenRow row, Instant lease) {
    var sealed = row.refreshTokenEncrypted();
    if (sealed == null) {
      return drop(row, "the access token ran out and there is no refresh token");
    }
    try {
      var old = new RefreshToken(cipher.open(sealed, row.refreshPlace()));
      return settle(row, sealed, lease, signIn(row.provider()).refresh(old));
    } catch (RuntimeException e) {
      tokens.release(row.id(), row.tokenVersion(), lease);
      throw e;
    }
  }

  private TokenAnswer settle(TokenRow row, byte[] old, Instant lease, TokenOutcome outcome) {
    return switch (outcome) {
      case Granted granted -> keep(row, old, lease, granted);
      case TokenOutcome.ConsentGone(var detail) -> drop(row, detail);
      case TokenOutcome.AppRefused(var detail) -> {
        tokens.release(row.id(), row.tokenVersion(), lease);
        yield new TokenAnswer.AppRefused(detail);
      }
      case TokenOutcome.Unavailable(var pause, var detail) -> {
        tokens.release(row.id(), row.tokenVersion(), lease);
        yield new TokenAnswer.TryLater(pause, detail);
      }
    };
  }

  /** An answer without a new refresh token leaves the old one in use. */
  private TokenAnswer keep(TokenRow row, byte[] old, Instant lease, Granted granted) {
    var access = cipher.seal(granted.access().value(), row.accessPlace());
    var refresh =
        granted.refresh() == null
            ? old
            : cipher.seal(granted.refresh().value(), row.refreshPlace());
    var expiresAt = now().plus(granted.lifetime());
    int kept = insist(row, lease, access, refresh, expiresAt);
    return kept == 1
        ? new TokenAnswer.Usable(granted.access())
        : new TokenAnswer.TryLater(BUSY, "the connection changed while its token was refreshed");
  }

  /**
   * Tries again where the database does not take it: the provider may have spent the old refresh
   * token, and then what is in hand here is all there is.
   */
  private int insist(
      TokenRow row, Instant lease, byte[] access, byte[] refresh, Instant expiresAt) {
    for (int attempt = 1; ; attempt++) {
      try {
        return tokens.keep(row.id(), row.tokenVersion(), lease, access, refresh, expiresAt, now());
      } catch (RuntimeException e) {
        if (attempt == KEEPING_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private TokenAnswer drop(TokenRow row, String detail) {
    return tokens.drop(row.id(), row.tokenVersion(), detail, now()) == 1
        ? new TokenAnswer.ReconnectRequired(detail)
        : new TokenAnswer.TryLater(BUSY, "the connection changed while its token was refreshed");
  }

  private boolean runsOut(TokenRow row) {
    return row.tokenExpiresAt() != null && !row.tokenExpiresAt().isAfter(now().plus(MARGIN));
  }

  private AccessToken access(TokenRow row) {
    var sealed = row.accessTokenEncrypted();
    if (sealed == null) {
      throw new IllegalStateException("connection " + row.id() + " has no access token");
    }
    return new AccessToken(cipher.open(sealed, row.accessPlace()));
  }

  private TokenRow row(UUID connectionId) {
    return tokens
        .find(connectionId)
        .orElseThrow(() -> new IllegalArgumentException("no connection " + connectionId));
  }

  private SignIn signIn(ProviderId provider) {
    var signIn = signIns.get(provider);
    if (signIn == null) {
      throw new IllegalStateException("nobody can sign in at " + provider);
    }
    return signIn;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
