package io.blendify.api.limit;

import io.blendify.api.problem.ProblemException;
import io.blendify.store.limit.Limit;
import io.blendify.store.limit.RateLimits;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Counts attempts and refuses those that are too many. */
@Singleton
public final class Attempts {

  private final RateLimits limits;
  private final LimitConfig config;
  private final InstantSource clock;

  Attempts(RateLimits limits, LimitConfig config, InstantSource clock) {
    this.limits = limits;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Somebody tries a password for an account, which may or may not exist: the answers are the same.
   *
   * @throws ProblemException 429 with the time to wait
   */
  public void password(String email) {
    attempt(config.account(), email);
  }

  /** It was the right one: what was tried before shall not keep its owner waiting. */
  public void passwordWasRight(String email) {
    limits.forget(config.account(), email);
  }

  /**
   * @throws ProblemException 429 with the time to wait
   */
  void signInFrom(String address) {
    attempt(config.address(), address);
  }

  /**
   * @throws ProblemException 429 with the time to wait
   */
  void signUpFrom(String address) {
    attempt(config.signUp(), address);
  }

  private void attempt(Limit limit, String subject) {
    var pause = limits.attempt(limit, subject, clock.instant());
    if (pause.isPositive()) {
      throw ProblemException.notBefore(
          pause.plusMillis(999), "Too many attempts. Wait a while and try again.");
    }
  }
}
