package io.blendify.store.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * When silence is taken for a loss.
 *
 * @param unsentBefore a row older than this and without a message was left by a writer that died
 *     before it sent one
 * @param lostBefore a message older than this should have been worked on
 */
public record Silence(Instant now, Instant unsentBefore, Instant lostBefore) {

  /** So long before now. */
  public static Silence at(Instant now, Duration unsentAfter, Duration lostAfter) {
    return new Silence(now, now.minus(unsentAfter), now.minus(lostAfter));
  }
}
