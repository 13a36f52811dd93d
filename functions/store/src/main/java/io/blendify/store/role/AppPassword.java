package io.blendify.store.role;

import java.sql.SQLException;
import org.postgresql.PGConnection;

/** The password of {@code blendify_app}, which that role may change by itself. */
public final class AppPassword {

  private final DatabaseLogin database;

  /**
   * @param database where it is; as whom to sign in there does not matter
   */
  public AppPassword(DatabaseLogin database) {
    this.database = database;
  }

  /** Throws IllegalStateException where the database does not answer at all. */
  public boolean is(String password) {
    try (var connection = DatabaseRoles.connect(database.as(DatabaseRoles.APP, password));
        var statement = connection.prepareStatement("SELECT 1");
        var rows = statement.executeQuery()) {
      return rows.next();
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith("28")) {
        return false;
      }
      throw new IllegalStateException("the database does not answer: " + e.getSQLState(), e);
    }
  }

  /**
   * Changes it. Only its SCRAM verifier leaves this process. Connections that are open stay so.
   *
   * @param now what it is
   */
  public void change(String now, String to) {
    try (var connection = DatabaseRoles.connect(database.as(DatabaseRoles.APP, now))) {
      connection
          .unwrap(PGConnection.class)
          .alterUserPassword(DatabaseRoles.APP, to.toCharArray(), "scram-sha-256");
    } catch (SQLException e) {
      throw new IllegalStateException(
          "the password of " + DatabaseRoles.APP + " cannot be changed: " + e.getSQLState(), e);
    }
  }
}
