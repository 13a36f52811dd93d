package io.blendify.store.role;

import io.blendify.core.secret.Secret;
import io.blendify.core.secret.SecretFault;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Connects with the password that counts. Where it is refused the password may just have changed:
 * then the secret is read anew, then the one that a rotation is about to finish is tried, and then
 * both again for some seconds, since between a rotation's steps the database may know another
 * password than the vault, and a proxy another one than both.
 */
final class SigningDataSource implements DataSource {

  /** Shorter than a pool lets a request wait for its connection (application.properties). */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration JUST_READ = Duration.ofMillis(500);

  /** Class 28: who signs in is not who it should be. */
  private static final String REFUSED = "28";

  private final Driver driver = new Driver();
  private final String url;
  private final String user;
  private final Properties settings;
  private final Secret<String> password;

  SigningDataSource(String url, String user, Properties settings, Secret<String> password) {
    this.url = url;
    this.user = user;
    this.settings = settings;
    this.password = password;
  }

  @Override
  public Connection getConnection() throws SQLException {
    try {
      return connect();
    } catch (SecretFault e) {
      throw new SQLInvalidAuthorizationSpecException(e.getMessage(), "28000");
    }
  }

  /** What a pool was told when it was made counts for nothing. */
  @Override
  public Connection getConnection(String ignoredUser, String ignoredPassword) throws SQLException {
    return getConnection();
  }

  private Connection connect() throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (var pause = FIRST_PAUSE; ; pause = pause.multipliedBy(2)) {
      try {
        return attempt();
      } catch (SQLException e) {
        boolean passes = refused(e) && password.changes();
        if (!passes || System.nanoTime() + pause.toNanos() > end) {
          throw e;
        }
        rest(pause, e);
      }
    }
  }

  /** Once with each password that may be the one. */
  private Connection attempt() throws SQLException {
    var tried = password.value();
    SQLException refusal;
    try {
      return open(tried);
    } catch (SQLException e) {
      if (!refused(e) || !password.changes()) {
        throw e;
      }
      refusal = e;
    }
    Set<String> others = new LinkedHashSet<>();
    others.add(password.renewed(JUST_READ));
    password.pending().ifPresent(others::add);
    others.remove(tried);
    for (var other : others) {
      try {
        return open(other);
      } catch (SQLException e) {
        if (!refused(e)) {
          throw e;
        }
      }
    }
    throw refusal;
  }

  private Connection open(String with) throws SQLException {
    var properties = new Properties();
    properties.putAll(settings);
    PGProperty.USER.set(properties, user);
    PGProperty.PASSWORD.set(properties, with);
    var connection = driver.connect(url, properties);
    if (connection == null) {
      throw new SQLException("not an address of PostgreSQL: " + url, "08001");
    }
    return connection;
  }

  private static boolean refused(SQLException e) {
    return String.valueOf(e.getSQLState()).startsWith(REFUSED);
  }

  private static void rest(Duration pause, SQLException e) throws SQLException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw e;
    }
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  /** The driver's own settings say it. */
  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("no " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
