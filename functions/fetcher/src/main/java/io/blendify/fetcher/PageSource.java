package io.blendify.fetcher;

import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.FetchOutcome.Page;
import io.blendify.core.provider.FetchOutcome.TokenExpired;
import io.blendify.core.provider.ListingRequest;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks for pages: with leave from the provider's pace, and with a token that works. */
@Singleton
final class PageSource {

  private static final String REFUSED = "the provider refuses a token that was just renewed";

  private final AccessTokens tokens;
  private final Throttles throttles;
  private final Pause pause;
  private final Abreast abreast;
  private final Figures figures;
  private final FetcherSettings settings;
  private final InstantSource clock;

  PageSource(
      AccessTokens tokens,
      Throttles throttles,
      Pause pause,
      Abreast abreast,
      Figures figures,
      FetcherSettings settings,
      InstantSource clock) {
    this.tokens = tokens;
    this.throttles = throttles;
    this.pause = pause;
    this.abreast = abreast;
    this.figures = figures;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Asks for the next page and for those beside it, and where the token had run out, once more with
   * a new one.
   *
   * @return not empty; all but the last are pages, each the next of the one before
   */
  List<PageAnswer> next(Reading reading) {
    var connection = reading.job().connectionId();
    return switch (tokens.usable(connection)) {
      case Usable(var token) -> {
        var answers = ask(reading, reading.requests(token, settings.pagesAtOnce()));
        yield answers.getFirst() instanceof Asked(TokenExpired _)
            ? List.of(again(reading, token))
            : answers;
      }
      case TokenAnswer none -> List.of(without(reading, none));
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
    var version = reading.listing().version(reading.request(token));
    figures.askedForVersion(reading.job().provider(), version != null);
    return version;
  }

  private PageAnswer again(Reading reading, AccessToken refused) {
    var connection = reading.job().connectionId();
    return switch (tokens.after(connection, refused)) {
      case Usable(var token) -> {
        var answer = ask(reading, List.of(reading.request(token))).getFirst();
        if (answer instanceof Asked(TokenExpired _)) {
          tokens.reconnectRequired(connection, REFUSED);
          yield new PageAnswer.ReconnectRequired(REFUSED);
        }
        yield answer;
      }
      case TokenAnswer none -> without(reading, none);
    };
  }

  /** As many of the requests at once as pace and budget allow. */
  private List<PageAnswer> ask(Reading reading, List<ListingRequest> requests) {
    var calls = new ArrayList<Supplier<PageAnswer>>();
    var refused = new AtomicBoolean();
    for (var request : requests) {
      var provider = reading.job().provider();
      var share = reading.share(calls.size());
      switch (throttles.admit(provider, share, clock.instant())) {
        case Granted(var wait) when calls.isEmpty() ->
            calls.add(() -> ask(reading, request, wait, refused));
        case Granted(var wait) -> calls.add(() -> askUnless(refused, reading, request, wait));
        case Admission _ when !calls.isEmpty() -> {
          return answers(requests, calls);
        }
        case Paused(var until) -> {
          return List.of(new NotBefore(until));
        }
        case Admission.OverBudget(var until) -> {
          return List.of(new PageAnswer.OverBudget(until));
        }
      }
    }
    return answers(requests, calls);
  }

  private List<PageAnswer> answers(
      List<ListingRequest> requests, List<Supplier<PageAnswer>> calls) {
    return Joined.of(requests, abreast.all(calls));
  }

  private PageAnswer askUnless(
      AtomicBoolean refused, Reading reading, ListingRequest request, Duration wait) {
    pause.of(wait);
    return refused.get()
        ? new PageAnswer.NotAsked()
        : ask(reading, request, Duration.ZERO, refused);
  }

  private PageAnswer ask(
      Reading reading, ListingRequest request, Duration wait, AtomicBoolean refused) {
    pause.of(wait);
    var outcome = reading.listing().page(request);
    figures.called(reading.job().provider(), outcome);
    if (!(outcome instanceof Page)) {
      refused.set(true);
    }
    return new Asked(outcome);
  }

  private PageAnswer without(Reading reading, TokenAnswer answer) {
    return switch (answer) {
      case Usable usable ->
          throw new IllegalArgumentException("this is a token, not the want of one: " + usable);
      case TokenAnswer.ReconnectRequired(var detail) -> new PageAnswer.ReconnectRequired(detail);
      case TokenAnswer.TryLater(var time, var detail) -> new PageAnswer.NoToken(time, detail);
      case TokenAnswer.AppRefused(var detail) -> {
        var outcome = new FetchOutcome.AppRefused(detail);
        figures.called(reading.job().provider(), outcome);
        yield new Asked(outcome);
      }
    };
  }
}
