package io.blendify.store.role;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Patience with a database that does not take connections yet: Aurora sleeps when nobody comes, and
 * needs half a minute to wake.
 *
 * @param times how often to try again after the first attempt
 * @param pause between two attempts
 */
public record ConnectRetries(int times, Duration pause) {

  static final ConnectRetries NONE = new ConnectRetries(0, Duration.ZERO);

  /** Connecting failed, or the server is only just starting. A refused password is neither. */
  private static final String NOT_THERE = "08";

  private static final String STARTING = "57P03";

  @FunctionalInterface
  interface Attempt {
    Connection connect() throws SQLException;
  }

  Connection connect(Attempt attempt) throws SQLException {
    for (int left = times; ; left--) {
      try {
        return attempt.connect();
      } catch (SQLException e) {
        if (left <= 0 || !passes(e)) {
          throw e;
        }
        rest(e);
      }
    }
  }

  private static boolean passes(SQLException e) {
    var state = String.valueOf(e.getSQLState());
    return state.startsWith(NOT_THERE) || state.equals(STARTING);
  }

  private void rest(SQLException e) throws SQLException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw e;
    }
  }
}
