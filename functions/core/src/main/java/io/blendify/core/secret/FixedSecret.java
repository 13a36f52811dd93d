package io.blendify.core.secret;

import java.time.Duration;
import java.util.Optional;

/** A secret that is a setting, and stays what it is for as long as the process lives. */
public record FixedSecret<T>(T value) implements Secret<T> {

  @Override
  public T renewed(Duration unlessWithin) {
    return value;
  }

  @Override
  public Optional<T> pending() {
    return Optional.empty();
  }

  @Override
  public boolean changes() {
    return false;
  }

  @Override
  public void forget() {}

  /** Without the value. */
  @Override
  public String toString() {
    return "FixedSecret[…]";
  }
}
