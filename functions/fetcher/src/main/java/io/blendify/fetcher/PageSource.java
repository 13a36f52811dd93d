package io.blendify.fetcher;

import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.FetchOutcome.TokenExpired;
import io.blendify.fetcher.PageAnswer.Asked;
import io.blendify.fetcher.PageAnswer.NotBefore;
import io.blendify.store.connection.AccessTokens;
import io.blendify.store.connection.TokenAnswer;
import io.blendify.store.connection.TokenAnswer.Usable;
import io.blendify.store.sync.Admission;
import io.blendify.store.sync.Admission.Granted;
import io.blendify.store.sync.Admission.Paused;
import io.blendify.store.sync.Throttles;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Asks for pages: with leave from the provider's pace, and with a token that works. */
@Singleton
final class PageSource {

  private static final String REFUSED = "the provider refuses a token that was just renewed";

  private final AccessTokens tokens;
  private final Throttles throttles;
  private final Pause pause;
  private final InstantSource clock;

  PageSource(AccessTokens tokens, Throttles throttles, Pause pause, InstantSource clock) {
    this.tokens = tokens;
    this.throttles = throttles;
    this.pause = pause;
    this.clock = clock;
  }

  /** Asks once, and where the token had run out, once more with a new one. */
  PageAnswer next(Reading reading) {
    var connection = reading.job().connectionId();
    return switch (tokens.usable(connection)) {
      case Usable(var token) -> {
        var answer = ask(reading, token);
        yield answer instanceof Asked(TokenExpired _) ? again(reading, token) : answer;
      }
      case TokenAnswer none -> without(none);
    };
  }

  /** The state in which the listing is now; null where nobody says. */
  @Nullable String version(Reading reading) {
    return tokens.usable(reading.job().connectionId()) instanceof Usable(var token)
            && throttles.admit(reading.job().provider(), reading.share(), clock.instant())
                instanceof Granted(var wait)
        ? version(reading, token, wait)
        : null;
  }

  private @Nullable String version(Reading reading, AccessToken token, Duration wait) {
    pause.of(wait);
    return reading.listing().version(reading.request(token));
  }

  private PageAnswer again(Reading reading, AccessToken refused) {
    var connection = reading.job().connectionId();
    return switch (tokens.after(connection, refused)) {
      case Usable(var token) -> {
        var answer = ask(reading, token);
        if (answer instanceof Asked(TokenExpired _)) {
          tokens.reconnectRequired(connection, REFUSED);
          yield new PageAnswer.ReconnectRequired(REFUSED);
        }
        yield answer;
      }
      case TokenAnswer none -> without(none);
    };
  }

  private PageAnswer ask(Reading reading, AccessToken token) {
    return switch (throttles.admit(reading.job().provider(), reading.share(), clock.instant())) {
      case Paused(var until) -> new NotBefore(until);
      case Admission.OverBudget(var until) -> new PageAnswer.OverBudget(until);
      case Granted(var wait) -> {
        pause.of(wait);
        yield new Asked(reading.listing().page(reading.request(token)));
      }
    };
  }

  private static PageAnswer without(TokenAnswer answer) {
    return switch (answer) {
      case Usable usable ->
          throw new IllegalArgumentException("this is a token, not the want of one: " + usable);
      case TokenAnswer.ReconnectRequired(var detail) -> new PageAnswer.ReconnectRequired(detail);
      case TokenAnswer.TryLater(var time, var detail) -> new PageAnswer.NoToken(time, detail);
      case TokenAnswer.AppRefused(var detail) -> new Asked(new FetchOutcome.AppRefused(detail));
    };
  }
}
