package io.blendify.core.provider;

import io.blendify.core.history.Observation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one request to a provider ended. Each case asks something different of the caller. */
public sealed interface FetchOutcome {

  /**
   * The provider answered.
   *
   * @param observations in the provider's order; may be fewer than asked for, even none
   * @param next null on the last page
   * @param total items of the whole listing; null where the provider does not say
   * @param skipped what the page held that is no observation (null entries, episodes in history)
   */
  record Page(
      List<Observation> observations, @Nullable Cursor next, @Nullable Integer total, int skipped)
      implements FetchOutcome {
    public Page {
      observations = List.copyOf(observations);
    }
  }

  /** The access token ran out: refresh it once and repeat the request once. */
  record TokenExpired() implements FetchOutcome {}

  /** Too many requests for the moment: the same request can succeed after the pause. */
  record Throttled(Duration pause) implements FetchOutcome {}

  /** The quota of the whole provider app is spent: nobody may call it before the pause is over. */
  record QuotaSpent(Duration pause) implements FetchOutcome {}

  /** Trouble on their side or on the way: back off and try again. */
  record Unavailable(String detail) implements FetchOutcome {}

  /** A scope was not granted; only the person can restore it. */
  record ScopeMissing(String detail) implements FetchOutcome {}

  /** It exists and is kept from us: what we have of it stays. */
  record Withheld(String detail) implements FetchOutcome {}

  /** It no longer exists at the provider. */
  record Gone(String detail) implements FetchOutcome {}

  /**
   * The provider refuses this installation's app, or this account within it: an operator's case.
   */
  record AppRefused(String detail) implements FetchOutcome {}

  /** An answer outside the provider's own documentation. Retrying cannot help. */
  record Unreadable(String detail) implements FetchOutcome {}
}
