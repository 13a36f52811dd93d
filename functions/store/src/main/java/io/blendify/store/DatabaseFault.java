package io.blendify.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the database's failures mean to who asked for something. */
public final class DatabaseFault {

  /** The server stops, starts, or takes no more connections for now. */
  private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

  private DatabaseFault() {}

  /**
   * Whether this is because the database cannot be reached at this moment, as when it fails over or
   * wakes up: the same request can succeed some seconds later.
   */
  public static boolean passes(@Nullable Throwable fault) {
    for (var cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException
          || cause instanceof SQLException e && isAway(String.valueOf(e.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  /** Class 08 is a broken connection, class 28 a password that is just being changed. */
  private static boolean isAway(String state) {
    return state.startsWith("08") || state.startsWith("28") || AWAY.contains(state);
  }
}
