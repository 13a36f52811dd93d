package io.blendify.fetcher.chaos;

/**
 * What befalls a worker.
 *
 * @param at at the how manieth crossing of that edge, from 1
 */
record Trouble(Edge edge, Kind kind, int at) {

  /** Where a process touches the world outside. */
  enum Edge {
    STATEMENT,
    COMMIT,
    PAGE,
    REFRESH,
    SEND
  }

  /** What can happen there. */
  enum Kind {
    KILLED_BEFORE,
    KILLED_AFTER,
    /** The connection breaks before anything has happened. */
    CUT_BEFORE,
    /** It has happened, and the connection breaks before the answer. */
    CUT_AFTER,
    /** The server asks to try the transaction again. */
    SERIALIZATION,
    /** A queue takes nothing. */
    REFUSED,
    /** So slow that the lease runs out, and another worker takes the same job. */
    LEASE_RUNS_OUT,
    /** So slow that the function's time is over. */
    DEADLINE,
    /** Another worker of the same connection comes in between. */
    OTHER_WORKER
  }

  @Override
  public String toString() {
    return kind + " at " + edge + " " + at;
  }
}
