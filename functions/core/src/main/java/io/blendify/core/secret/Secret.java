package io.blendify.core.secret;

import java.time.Duration;
import java.util.Optional;

/**
 * A secret in the form that its user wants it in. It may be another one each time it is asked for,
 * so nobody keeps it longer than what it is used for takes.
 */
public interface Secret<T> {

  /**
   * What counts now, or did within the last minutes.
   *
   * @throws SecretFault where there is none, or none that can be read
   */
  T value();

  /**
   * For who was refused with {@link #value()}: what counts now, unless it was read within that time
   * already. What was known stays where it cannot be read.
   */
  T renewed(Duration unlessWithin);

  /** What is about to count: a rotation has stored it, and may or may not have put it to use. */
  Optional<T> pending();

  /** Whether it can be another one later; a plain setting cannot. */
  boolean changes();

  /** Nothing of it is kept afterwards; the next who asks reads it anew. */
  void forget();
}
