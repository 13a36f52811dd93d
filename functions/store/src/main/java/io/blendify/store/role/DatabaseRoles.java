package io.blendify.store.role;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/**
 * Makes the three roles of an installation, which belong to the whole cluster and not to one
 * database, so that no migration of one database can own them.
 *
 * <ul>
 *   <li>{@code blendify_owner} owns the database and everything in it; migrations run as it
 *   <li>{@code blendify_app} is who the functions are
 *   <li>{@code blendify_eraser} owns the functions that erase, and nobody signs in as it
 * </ul>
 *
 * <p>The administrator who calls this needs CREATEROLE, CREATEDB and the database (what Aurora's
 * master user has), and need not be a superuser.
 */
public final class DatabaseRoles {

  public static final String OWNER = "blendify_owner";
  public static final String APP = "blendify_app";
  public static final String ERASER = "blendify_eraser";

  /** What makes an administrator's session the owner's, so that the owner owns what it makes. */
  public static final String AS_OWNER = "SET ROLE " + OWNER;

  private static final int ATTEMPTS = 20;

  /** Lost against another one doing the same: it exists already, or its row was just changed. */
  private static final Set<String> LOST_A_RACE = Set.of("42710", "23505", "XX000", "40P01");

  private static final String PREPARE =
      """
      DO $$
      DECLARE
        role_name text;
      BEGIN
        FOREACH role_name IN ARRAY ARRAY['blendify_owner', 'blendify_app', 'blendify_eraser'] LOOP
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
          END IF;
        END LOOP;
        IF NOT (SELECT rolcanlogin FROM pg_roles WHERE rolname = 'blendify_app') THEN
          ALTER ROLE blendify_app LOGIN;
          ALTER ROLE blendify_app SET statement_timeout = '20s';
          ALTER ROLE blendify_app SET lock_timeout = '10s';
          ALTER ROLE blendify_app SET idle_in_transaction_session_timeout = '60s';
        END IF;
        IF NOT pg_has_role(current_user, 'blendify_owner', 'SET') THEN
          EXECUTE format('GRANT blendify_owner TO %I WITH INHERIT TRUE, SET TRUE', current_user);
        END IF;
        IF NOT pg_has_role('blendify_owner', 'blendify_eraser', 'SET') THEN
          GRANT blendify_eraser TO blendify_owner WITH INHERIT FALSE, SET TRUE;
        END IF;
        IF NOT EXISTS (SELECT FROM pg_database
                       WHERE datname = current_database() AND datdba = 'blendify_owner'::regrole) THEN
          EXECUTE format('ALTER DATABASE %I OWNER TO blendify_owner', current_database());
        END IF;
      END
      $$
      """;

  private DatabaseRoles() {}

  /** Makes what is missing. Safe to repeat, and while another does the same. */
  public static void prepare(DatabaseLogin administrator) {
    prepare(administrator, ConnectRetries.NONE);
  }

  /** As {@link #prepare(DatabaseLogin)}, of a database that may still be waking up. */
  public static void prepare(DatabaseLogin administrator, ConnectRetries retries) {
    repeatedly(
        administrator,
        retries,
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute(PREPARE);
          }
        });
  }

  /** Sets the password of {@code blendify_app}. Only its SCRAM verifier leaves this process. */
  public static void setAppPassword(DatabaseLogin administrator, String password) {
    if (password.isBlank()) {
      throw new IllegalArgumentException("the password of " + APP + " is blank");
    }
    repeatedly(
        administrator,
        ConnectRetries.NONE,
        connection ->
            connection
                .unwrap(PGConnection.class)
                .alterUserPassword(APP, password.toCharArray(), "scram-sha-256"));
  }

  private static void repeatedly(
      DatabaseLogin administrator, ConnectRetries retries, Change change) {
    try (var connection = retries.connect(() -> connect(administrator))) {
      for (int attempt = 1; !made(change, connection, attempt); attempt++) {}
    } catch (SQLException e) {
      throw new IllegalStateException("roles, as " + administrator + ": " + e.getMessage(), e);
    }
  }

  private static boolean made(Change change, Connection connection, int attempt)
      throws SQLException {
    try {
      change.make(connection);
      return true;
    } catch (SQLException e) {
      if (attempt == ATTEMPTS || !LOST_A_RACE.contains(String.valueOf(e.getSQLState()))) {
        throw e;
      }
      return false;
    }
  }

  static Connection connect(DatabaseLogin login) throws SQLException {
    var properties = new Properties();
    PGProperty.USER.set(properties, login.user());
    PGProperty.PASSWORD.set(properties, login.password());
    PGProperty.CONNECT_TIMEOUT.set(properties, 10);
    PGProperty.SOCKET_TIMEOUT.set(properties, 60);
    return DriverManager.getConnection(login.url(), properties);
  }

  @FunctionalInterface
  private interface Change {
    void make(Connection connection) throws SQLException;
  }
}
