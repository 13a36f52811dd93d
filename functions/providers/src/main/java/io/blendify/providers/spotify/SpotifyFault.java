package io.blendify.providers.spotify;

import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.ProfileOutcome;
import io.blendify.core.provider.TokenOutcome;
import io.blendify.core.sync.Resource;
import io.blendify.providers.spotify.Reply.Lost;
import io.blendify.providers.spotify.Reply.Received;
import io.blendify.providers.spotify.Reply.TooLarge;
import java.time.Duration;
import java.util.Locale;

/**
 * An answer that is no page, and what it means: the only place where status, message and headers
 * become an outcome. The texts are those of Spotify's own documentation and of what was seen.
 */
final class SpotifyFault {

  /** A pause above this is no short throttle, whatever the answer calls itself. */
  private static final Duration QUOTA_FROM = Duration.ofMinutes(5);

  /** Where a throttled answer does not say how long. */
  private static final Duration PAUSE_UNSAID = Duration.ofSeconds(30);

  /** Where a spent quota does not say how long: hours were seen, and asking prolongs it. */
  private static final Duration QUOTA_UNSAID = Duration.ofHours(1);

  private SpotifyFault() {}

  /** What a reply to the question for one page of a resource means. */
  static FetchOutcome listing(Reply reply, Resource resource) {
    return switch (reply) {
      case Lost(var detail) -> new FetchOutcome.Unavailable(detail);
      case TooLarge(var limit) -> new FetchOutcome.Unreadable("an answer over " + limit + " bytes");
      case Received answer -> listing(answer, resource);
    };
  }

  private static FetchOutcome listing(Received answer, Resource resource) {
    var said = ErrorBody.of(answer.body());
    var detail = answer.status() + " " + said.message();
    return switch (answer.status()) {
      case 401 -> unauthorized(said, detail);
      case 403 -> forbidden(said, detail, resource);
      case 404, 410 -> new FetchOutcome.Gone(detail);
      case 408, 425 -> new FetchOutcome.Unavailable(detail);
      case 429 -> throttled(answer, said);
      default -> answer.status() >= 500 ? broken(answer, detail) : unreadable(detail);
    };
  }

  private static FetchOutcome unauthorized(ErrorBody said, String detail) {
    return says(said, "permissions missing")
        ? new FetchOutcome.ScopeMissing(detail)
        : new FetchOutcome.TokenExpired();
  }

  /** An HTML page is not the API speaking; a plain text tells who is not admitted to the app. */
  private static FetchOutcome forbidden(ErrorBody said, String detail, Resource resource) {
    if (says(said, "scope") || says(said, "permissions missing")) {
      return new FetchOutcome.ScopeMissing(detail);
    }
    if (said.form() == ErrorBody.Form.HTML) {
      return new FetchOutcome.Unavailable(detail);
    }
    var aboutTheApp =
        said.form() == ErrorBody.Form.PLAIN
            || says(said, "not registered")
            || says(said, "developer dashboard")
            || says(said, "premium subscription required");
    return resource == Resource.PLAYLIST_TRACKS && !aboutTheApp
        ? new FetchOutcome.Withheld(detail)
        : new FetchOutcome.AppRefused(detail);
  }

  private static FetchOutcome throttled(Received answer, ErrorBody said) {
    var pause = RetryAfter.in(answer.headers());
    if ("QUOTA_EXCEEDED".equals(said.reason())) {
      return new FetchOutcome.QuotaSpent(pause.orElse(QUOTA_UNSAID));
    }
    var length = pause.orElse(PAUSE_UNSAID);
    return length.compareTo(QUOTA_FROM) > 0
        ? new FetchOutcome.QuotaSpent(length)
        : new FetchOutcome.Throttled(length);
  }

  private static FetchOutcome broken(Received answer, String detail) {
    return RetryAfter.in(answer.headers())
        .<FetchOutcome>map(FetchOutcome.Throttled::new)
        .orElseGet(() -> new FetchOutcome.Unavailable(detail));
  }

  private static FetchOutcome unreadable(String detail) {
    return new FetchOutcome.Unreadable(detail);
  }

  /** What a reply of the token endpoint means that carries no tokens. */
  static TokenOutcome token(Reply reply) {
    return switch (reply) {
      case Lost(var detail) -> new TokenOutcome.Unavailable(PAUSE_UNSAID, detail);
      case TooLarge(var limit) -> new TokenOutcome.Unavailable(PAUSE_UNSAID, "over " + limit);
      case Received answer -> token(answer);
    };
  }

  /** Only {@code invalid_grant} speaks of the person; the texts beside it are not compared. */
  private static TokenOutcome token(Received answer) {
    var said = ErrorBody.of(answer.body());
    var detail = answer.status() + " " + said.message();
    var isRefusal = answer.status() >= 400 && answer.status() < 500;
    if (!isRefusal || answer.status() == 408 || answer.status() == 429) {
      var pause = RetryAfter.in(answer.headers()).orElse(PAUSE_UNSAID);
      return new TokenOutcome.Unavailable(pause, detail);
    }
    return "invalid_grant".equals(said.reason())
        ? new TokenOutcome.ConsentGone(detail)
        : new TokenOutcome.AppRefused(detail);
  }

  /** What a reply to the question whose account this is means, where it names no account. */
  static ProfileOutcome profile(Reply reply) {
    return switch (reply) {
      case Lost(var detail) -> new ProfileOutcome.Unavailable(detail);
      case TooLarge(var limit) -> new ProfileOutcome.Unavailable("over " + limit + " bytes");
      case Received answer -> profile(answer);
    };
  }

  private static ProfileOutcome profile(Received answer) {
    var said = ErrorBody.of(answer.body());
    var detail = answer.status() + " " + said.message();
    return answer.status() == 403 && said.form() != ErrorBody.Form.HTML
        ? new ProfileOutcome.AppRefused(detail)
        : new ProfileOutcome.Unavailable(detail);
  }

  private static boolean says(ErrorBody said, String words) {
    return said.message().toLowerCase(Locale.ROOT).contains(words);
  }
}
