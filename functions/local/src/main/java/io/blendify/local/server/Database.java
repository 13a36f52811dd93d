package io.blendify.local.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A real PostgreSQL server of the version that Aurora offers, unpacked from a Maven artifact. */
final class Database implements AutoCloseable {

  /** Who makes roles and applies migrations. */
  static final String ADMINISTRATOR = "postgres";

  private final EmbeddedPostgres server;

  private Database(EmbeddedPostgres server) {
    this.server = server;
  }

  static Database start(Path folder, Path log) throws IOException {
    return new Database(
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(binaries().toFile())
            .setPGStartupWait(Duration.ofSeconds(60))
            .setOutputRedirector(Redirect.appendTo(log.toFile()))
            .setErrorRedirector(Redirect.appendTo(log.toFile()))
            .setServerConfig("max_connections", "100")
            .setServerConfig("timezone", "UTC")
            .start());
  }

  /** Shared between runs: unpacking takes longer than starting. */
  private static Path binaries() throws IOException {
    var folder = Path.of(System.getProperty("java.io.tmpdir"), "blendify-postgresql");
    return Files.createDirectories(folder);
  }

  /** Of the database that holds everything. */
  String url() {
    return server.getJdbcUrl(ADMINISTRATOR, "postgres").replaceAll("\\?.*", "");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
