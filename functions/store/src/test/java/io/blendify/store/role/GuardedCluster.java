package io.blendify.store.role;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;

/** A PostgreSQL of one's own that asks the functions' role for its password, as Aurora does. */
public final class GuardedCluster implements AutoCloseable {

  private final EmbeddedPostgres server;

  private GuardedCluster(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * @param folder an empty one
   * @param settings of the server: name, value and so on
   */
  public static GuardedCluster start(Path folder, String password, String... settings)
      throws IOException {
    var data = folder.resolve("data");
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setServerConfig("fsync", "off")
            .setPGStartupWait(Duration.ofSeconds(60));
    for (int i = 0; i < settings.length; i += 2) {
      builder.setServerConfig(settings[i], settings[i + 1]);
    }
    var cluster = new GuardedCluster(builder.start());
    DatabaseRoles.prepare(cluster.administrator());
    DatabaseRoles.setAppPassword(cluster.administrator(), password);
    var doors = data.resolve("pg_hba.conf");
    Files.writeString(
        doors, "host all blendify_app 127.0.0.1/32 scram-sha-256\n" + Files.readString(doors));
    cluster.execute("SELECT pg_reload_conf()");
    return cluster;
  }

  /** Applies all migrations. */
  public GuardedCluster migrate() {
    Flyway.configure()
        .dataSource(url(), "postgres", "")
        .initSql(DatabaseRoles.AS_OWNER)
        .locations("classpath:db/migration")
        .load()
        .migrate();
    return this;
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }

  public DatabaseLogin administrator() {
    return new DatabaseLogin(url(), "postgres", "");
  }

  /** As who may do everything. */
  public void execute(String sql) {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
