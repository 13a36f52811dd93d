package io.blendify.api.connect;

import io.blendify.api.ApiConfig;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.problem.ProblemType;
import io.blendify.api.session.Secrets;
import io.blendify.core.ProviderId;
import io.blendify.core.provider.ProfileOutcome;
import io.blendify.core.provider.ProfileOutcome.Found;
import io.blendify.core.provider.SignIn;
import io.blendify.core.provider.TokenOutcome;
import io.blendify.core.provider.TokenOutcome.Granted;
import io.blendify.store.connection.ConnectOutcome;
import io.blendify.store.connection.Connecting;
import io.blendify.store.connection.Connection;
import io.blendify.store.connection.TokenCipher;
import io.blendify.store.people.Arrivals;
import io.blendify.store.people.ConnectAttempt;
import io.blendify.store.people.ConnectAttempts;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Connecting an account: to the provider's consent page with a secret state and a PKCE challenge,
 * and back with a code. The state works once, for ten minutes, in the browser that began, for the
 * provider and the person that it began with.
 */
@Singleton
class ConnectFlow {
  static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int MAX_LENGTH = 4_096;

  private final SignIns signIns;
  private final ConnectAttempts attempts;
  private final Connecting connecting;
  private final Arrivals arrivals;
  private final TokenCipher cipher;
  private final FirstSync firstSync;
  private final InstantSource clock;
  private final ApiConfig config;

  ConnectFlow(
      SignIns signIns,
      ConnectAttempts attempts,
      Connecting connecting,
      Arrivals arrivals,
      TokenCipher cipher,
      FirstSync firstSync,
      InstantSource clock,
      ApiConfig config) {
    this.signIns = signIns;
    this.attempts = attempts;
    this.connecting = connecting;
    this.arrivals = arrivals;
    this.cipher = cipher;
    this.firstSync = firstSync;
    this.clock = clock;
    this.config = config;
  }

  /**
   * @param browser a secret that the browser keeps until it is back
   */
  record Departure(URI consentPage, String browser) {}

  /**
   * @param returnTo a path of ours
   */
  record Arrival(Connection connection, String returnTo) {}

  Departure begin(String provider, @Nullable UUID userId, String returnTo) {
    var signIn = signIns.of(provider);
    var state = Secrets.fresh();
    var browser = Secrets.fresh();
    var authorization = signIn.authorize(state, redirectUri(provider));
    var stateHash = Secrets.hash(state);
    var place = ConnectAttempt.verifierPlace(stateHash, signIn.provider());
    var sealed = cipher.seal(authorization.codeVerifier(), place);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    attempts.insert(
        stateHash,
        signIn.provider(),
        Secrets.hash(browser),
        new ConnectAttempt(userId, sealed, returnTo),
        now,
        now.plus(PATIENCE));
    return new Departure(authorization.url(), browser);
  }

  /**
   * @param state null where the address lacks it
   * @param me who is signed in in this browser; null for nobody
   * @param code null where the provider sends the person back without one, but with an error
   */
  Arrival finish(
      String provider,
      @Nullable String state,
      String browser,
      @Nullable UUID me,
      @Nullable String code,
      @Nullable String error) {
    var signIn = signIns.of(provider);
    var stateHash = Secrets.hash(bounded("state", state));
    var given = error == null ? bounded("code", code) : "";
    var attempt = take(signIn.provider(), stateHash, browser, me);
    if (error != null) {
      throw declined(error);
    }
    var place = ConnectAttempt.verifierPlace(stateHash, signIn.provider());
    var verifier = cipher.open(attempt.codeVerifierEncrypted(), place);
    var granted = granted(signIn.exchange(given, verifier, redirectUri(provider)));
    var account = account(signIn.profile(granted.access()));
    var connection = connected(connect(attempt.userId(), signIn, account, granted));
    firstSync.start(connection);
    return new Arrival(connection, attempt.returnTo());
  }

  private static String bounded(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      throw ProblemException.invalid(name, "is missing");
    }
    if (value.length() > MAX_LENGTH) {
      throw ProblemException.invalid(name, "is too long");
    }
    return value;
  }

  private ConnectAttempt take(
      ProviderId provider, byte[] stateHash, String browser, @Nullable UUID me) {
    return attempts
        .take(stateHash, provider, Secrets.hash(browser), me, clock.instant())
        .orElseThrow(
            () ->
                refused(
                    "The state of this way back was used already, is older than ten minutes, or"
                        + " began in another browser or with somebody else. Start again."));
  }

  private ConnectOutcome connect(
      @Nullable UUID userId, SignIn signIn, Found account, Granted granted) {
    return userId == null
        ? arrivals.arrive(signIn.provider(), account, granted)
        : connecting.connect(userId, signIn.provider(), account, granted);
  }

  private static Granted granted(TokenOutcome outcome) {
    return switch (outcome) {
      case Granted granted -> granted;
      case TokenOutcome.ConsentGone _ ->
          throw refused("The provider did not accept its own answer (too old?). Start again.");
      case TokenOutcome.AppRefused _ -> throw appRefused();
      case TokenOutcome.Unavailable _ -> throw unavailable();
    };
  }

  private static Found account(ProfileOutcome outcome) {
    return switch (outcome) {
      case Found found -> found;
      case ProfileOutcome.AppRefused _ -> throw appRefused();
      case ProfileOutcome.Unavailable _ -> throw unavailable();
    };
  }

  private static Connection connected(ConnectOutcome outcome) {
    return switch (outcome) {
      case ConnectOutcome.Connected(var connection) -> connection;
      case ConnectOutcome.AccountTaken _ ->
          throw ProblemException.conflict(
              "This account is connected to another person here. Nothing was changed.");
      case ConnectOutcome.OtherAccountConnected _ ->
          throw ProblemException.conflict(
              "Another account of this provider is connected. Disconnect it first.");
    };
  }

  private static ProblemException declined(String error) {
    if ("access_denied".equals(error)) {
      return ProblemException.of(
          ProblemType.CONSENT_DENIED, "You said no to the provider. Nothing was connected.");
    }
    return ProblemException.of(
        ProblemType.PROVIDER_FAILED, "The provider sent you back without an answer. Start again.");
  }

  private static ProblemException refused(String detail) {
    return ProblemException.of(ProblemType.CONNECT_REFUSED, detail);
  }

  private static ProblemException appRefused() {
    return ProblemException.of(
        ProblemType.PROVIDER_FAILED,
        "The provider does not let this installation, or this account, in. Its operator can help.");
  }

  private static ProblemException unavailable() {
    return ProblemException.of(
        ProblemType.PROVIDER_FAILED, "The provider cannot be reached just now. Try again later.");
  }

  private URI redirectUri(String provider) {
    return config.publicUrl().resolve("/v1/callback/" + provider);
  }
}
