package io.blendify.migrate;

import io.blendify.store.role.ConnectRetries;
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

  private final DatabaseLogin administrator;
  private final MigrateConfig config;

  Migration(DatabaseLogin administrator, MigrateConfig config) {
    this.administrator = administrator;
    this.config = config;
  }

  /**
   * Throws FlywayException or IllegalStateException with what was wrong; neither names a secret.
   */
  public Migrated run() {
    var flyway = flyway();
    DatabaseRoles.prepare(
        administrator, new ConnectRetries(config.connectRetries(), config.connectPause()));
    var result = flyway.migrate();
    var password = config.appUserPassword();
    if (password != null) {
      DatabaseRoles.setAppPassword(administrator, password);
    }
    var applied = result.migrations.stream().map(migration -> migration.version).toList();
    return new Migrated(applied, flyway.info().current().getVersion().getVersion());
  }

  private Flyway flyway() {
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
