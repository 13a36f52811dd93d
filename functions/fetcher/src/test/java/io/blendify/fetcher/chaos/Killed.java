package io.blendify.fetcher.chaos;

/** The end of a process: nothing is caught and nothing tidied up. */
final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  Killed(String worker) {
    super(worker + " was killed", null, false, false);
  }
}
