package io.blendify.fetcher.imports;

/** Ends a reading because this invocation's time is nearly over; another one goes on. */
final class HandOn extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HandOn() {
    super("time is nearly over", null, false, false);
  }
}
