package io.blendify.store.role;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.postgresql.PGConnection;

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

  private static final int ATTEMPTS = 10;

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
          ALTER ROLE blendify_app SET statement_timeout = '30s';
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
  public static void prepare(Connection administrator) throws SQLException {
    repeatedly(
        () -> {
          try (var statement = administrator.createStatement()) {
            statement.execute(PREPARE);
          }
        });
  }

  /** Sets the password of {@code blendify_app}. Only its SCRAM verifier leaves this process. */
  public static void setAppPassword(Connection administrator, String password) throws SQLException {
    var connection = administrator.unwrap(PGConnection.class);
    repeatedly(() -> connection.alterUserPassword(APP, password.toCharArray(), "scram-sha-256"));
  }

  private static void repeatedly(Change change) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        change.make();
        return;
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !LOST_A_RACE.contains(String.valueOf(e.getSQLState()))) {
          throw e;
        }
      }
    }
  }

  @FunctionalInterface
  private interface Change {
    void make() throws SQLException;
  }
}
