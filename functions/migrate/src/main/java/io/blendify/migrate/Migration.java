package io.blendify.migrate;

import io.blendify.core.secret.Secret;
import io.blendify.core.secret.Secrets;
import io.blendify.store.role.AppPassword;
import io.blendify.store.role.ConnectRetries;
import io.blendify.store.role.CurrentLogin;
import io.blendify.store.role.DatabaseLogin;
import io.blendify.store.role.DatabaseRoles;
import jakarta.inject.Singleton;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Makes the roles, applies what is missing of the migrations, and sets the functions' password.
 * Every step may be repeated, and may meet another one doing the same: Flyway waits for its lock.
 */
@Singleton
public final class Migration {

  /** What the functions sign in with; where it is not set it stays as it is. */
  private static final String APP_PASSWORD = "blendify.migrate.app-user-password";

  private final CurrentLogin login;
  private final Secrets secrets;
  private final MigrateConfig config;

  Migration(CurrentLogin login, Secrets secrets, MigrateConfig config) {
    this.login = login;
    this.secrets = secrets;
    this.config = config;
  }

  /**
   * Throws FlywayException, SecretFault or IllegalStateException with what was wrong; neither names
   * a secret.
   */
  public Migrated run() {
    var administrator = login.get();
    var flyway = flyway(administrator);
    DatabaseRoles.prepare(
        administrator, new ConnectRetries(config.connectRetries(), config.connectPause()));
    var result = flyway.migrate();
    if (secrets.has(APP_PASSWORD)) {
      setAppPassword(administrator, secrets.member(APP_PASSWORD, "password", text -> text));
    }
    var applied = result.migrations.stream().map(migration -> migration.version).toList();
    return new Migrated(applied, flyway.info().current().getVersion().getVersion());
  }

  /**
   * One that changes is left alone where it works, also while a rotation is under way: then it may
   * be the one that the rotation is about to finish.
   */
  private static void setAppPassword(DatabaseLogin administrator, Secret<String> password) {
    if (password.changes()) {
      var current = new AppPassword(administrator);
      if (current.is(password.value()) || password.pending().filter(current::is).isPresent()) {
        return;
      }
    }
    DatabaseRoles.setAppPassword(administrator, password.value());
  }

  private Flyway flyway(DatabaseLogin administrator) {
    return Flyway.configure()
        .dataSource(administrator.url(), administrator.user(), administrator.password())
        .jdbcProperties(Map.of("connectTimeout", "10", "tcpKeepAlive", "true"))
        .initSql(DatabaseRoles.AS_OWNER)
        .locations(config.locations().split(","))
        .lockRetryCount(Math.toIntExact(config.lockWait().toSeconds()))
        .connectRetries(config.connectRetries())
        .connectRetriesInterval(Math.toIntExact(config.connectPause().toSeconds()))
        .cleanDisabled(true)
        .load();
  }
}
