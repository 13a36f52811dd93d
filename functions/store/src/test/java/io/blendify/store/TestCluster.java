package io.blendify.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A PostgreSQL 17 of our own, on a free port of the loopback address, gone with the JVM. As root it
 * runs inside {@code unshare -U}, which Zonky does by itself.
 *
 * <p>Databases are made by an administrator who is no superuser, as on Aurora.
 */
public final class TestCluster {

  /** What the session's time zone is set to: neither UTC nor that of the tests' JVM. */
  public static final String TIME_ZONE = "Asia/Kathmandu";

  public static final String ADMINISTRATOR = "cloud_admin";

  private final EmbeddedPostgres postgres;

  private TestCluster(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts one; takes about two seconds. */
  public static TestCluster start() {
    try {
      var cluster =
          new TestCluster(
              EmbeddedPostgres.builder()
                  .setServerConfig("synchronous_commit", "off")
                  .setServerConfig("full_page_writes", "off")
                  .setServerConfig("max_connections", "200")
                  .setPGStartupWait(Duration.ofSeconds(60))
                  .start());
      cluster.execute("postgres", "postgres", "CREATE ROLE cloud_admin LOGIN CREATEROLE CREATEDB");
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException("embedded PostgreSQL did not start", e);
    }
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
  }

  /** A connection whose time zone is {@link #TIME_ZONE}. Any password will do. */
  public Connection connect(String database, String user) {
    try {
      var connection = DriverManager.getConnection(url(database), user, "any");
      try (var statement = connection.createStatement()) {
        statement.execute("SET TIME ZONE '" + TIME_ZONE + "'");
      }
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException("no connection to " + database + " as " + user, e);
    }
  }

  /** Runs one statement in a connection of its own. */
  public void execute(String database, String user, String sql) {
    try (var connection = connect(database, user);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
