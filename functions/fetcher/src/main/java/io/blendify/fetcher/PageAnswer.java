package io.blendify.fetcher;

import io.blendify.core.provider.FetchOutcome;
import java.time.Duration;
import java.time.Instant;

/** What became of the wish for one page. */
sealed interface PageAnswer {

  /** The provider was asked; never that its token had run out. */
  record Asked(FetchOutcome outcome) implements PageAnswer {}

  /** Another page was refused while this one waited for its turn. */
  record NotAsked() implements PageAnswer {}

  /** Nobody may call the provider before that. */
  record NotBefore(Instant until) implements PageAnswer {}

  /** The day's calls are spent on what is worth more. */
  record OverBudget(Instant until) implements PageAnswer {}

  /** No token can be had for a moment. */
  record NoToken(Duration pause, String detail) implements PageAnswer {}

  /** Only the person can restore access. */
  record ReconnectRequired(String detail) implements PageAnswer {}
}
