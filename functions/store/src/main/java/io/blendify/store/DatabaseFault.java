package io.blendify.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the database's failures mean to who asked for something. */
public final class DatabaseFault {

  /** The server stops, starts, or takes no more connections for now. */
  private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

  /** A character that the encoding does not have, or that its jsonb does not. */
  private static final Set<String> NO_TEXT = Set.of("22021", "22P05");

  private DatabaseFault() {}

  /**
   * Whether this is because the database cannot be reached at this moment, as when it fails over or
   * wakes up: the same request can succeed some seconds later.
   */
  public static boolean passes(@Nullable Throwable fault) {
    return isAny(
        fault, cause -> cause instanceof SQLTransientConnectionException || isAway(state(cause)));
  }

  /** Whether a text was given that the database has no characters for: U+0000, half of a pair. */
  public static boolean refusesText(@Nullable Throwable fault) {
    return isAny(fault, cause -> NO_TEXT.contains(state(cause)));
  }

  private static boolean isAny(@Nullable Throwable fault, Predicate<Throwable> kind) {
    for (var cause = fault; cause != null; cause = cause.getCause()) {
      if (kind.test(cause)) {
        return true;
      }
    }
    return false;
  }

  private static String state(Throwable cause) {
    return cause instanceof SQLException e ? String.valueOf(e.getSQLState()) : "";
  }

  /** Class 08 is a broken connection, class 28 a password that is just being changed. */
  private static boolean isAway(String state) {
    return state.startsWith("08") || state.startsWith("28") || AWAY.contains(state);
  }
}
