package io.blendify.store.connection;

import jakarta.inject.Singleton;

/** How long to wait for another worker's refresh. */
interface Patience {

  /**
   * Waits before the attempt, but not before the first.
   *
   * @param attempt counted from 0
   * @return whether it should be made at all
   */
  boolean lasts(int attempt);

  /** Two seconds in ten steps: a refresh takes a fraction of one as a rule. */
  @Singleton
  final class TwoSeconds implements Patience {

    @Override
    public boolean lasts(int attempt) {
      if (attempt == 0) {
        return true;
      }
      try {
        Thread.sleep(200);
        return attempt <= 10;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
