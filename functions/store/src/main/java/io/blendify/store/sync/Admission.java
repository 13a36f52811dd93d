package io.blendify.store.sync;

import java.time.Duration;
import java.time.Instant;

/** Whether a provider may be called now. */
public sealed interface Admission {

  /**
   * It may.
   *
   * @param in after this short wait
   */
  record Granted(Duration in) implements Admission {}

  /** Not before that: the provider asked for a pause, or the others have taken all near slots. */
  record Paused(Instant until) implements Admission {}

  /** Not before that: what the day had for calls of that worth is spent. */
  record OverBudget(Instant until) implements Admission {}
}
