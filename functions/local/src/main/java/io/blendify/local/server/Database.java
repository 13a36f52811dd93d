package io.blendify.local.server;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import io.blendify.migrate.MigrateHandler;
import io.micronaut.context.ApplicationContext;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL server of the version that Aurora offers, unpacked from a Maven artifact. */
final class Database implements AutoCloseable {

  /** Who makes roles and applies migrations. */
  static final String ADMINISTRATOR = "postgres";

  /** What pg_ctl tells into the log. */
  private static final String DID_NOT_START = "could not start server";

  private final EmbeddedPostgres server;

  private Database(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts the server of the folder; its first start makes it. */
  static Database start(DataFolder folder) throws IOException {
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.database())
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(binaries().toFile())
            .setPGStartupWait(Duration.ofSeconds(60))
            .setOutputRedirector(Redirect.appendTo(folder.log().toFile()))
            .setErrorRedirector(Redirect.appendTo(folder.log().toFile()))
            .setServerConfig("max_connections", "100")
            .setServerConfig("fsync", folder.isKept() ? "on" : "off")
            .setServerConfig("timezone", "UTC");
    try (var starter = Executors.newSingleThreadExecutor()) {
      Orphan.of(folder.database()).stop();
      var told = size(folder.log());
      return new Database(awaited(starter.submit(builder::start), folder, told));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFault("interrupted", e);
    }
  }

  /** Makes roles and applies what is missing of the migrations, as it is done on deploy. */
  boolean migrate() {
    var properties =
        Map.<String, Object>of(
            "blendify.database.url",
            url(),
            "blendify.database.user",
            ADMINISTRATOR,
            "blendify.database.password",
            "local");
    try (var context = ApplicationContext.run(properties)) {
      new MigrateHandler(context)
          .handleRequest(new CloudFormationCustomResourceEvent(), new LocalContext("migrate"));
      return true;
    }
  }

  /** The embedded server's starter waits its whole time even for a server that has given up. */
  private static EmbeddedPostgres awaited(
      Future<EmbeddedPostgres> starting, DataFolder folder, long told)
      throws IOException, InterruptedException {
    while (true) {
      try {
        return starting.get(200, TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw unstartable(folder, e.getCause());
      } catch (TimeoutException _) {
        if (tail(folder.log(), told).contains(DID_NOT_START)) {
          starting.cancel(true);
          throw unstartable(folder, null);
        }
      }
    }
  }

  private static LocalFault unstartable(DataFolder folder, @Nullable Throwable cause) {
    var what = "holds a database that does not start (why: " + folder.log() + ")";
    return folder.damaged(folder.database(), what, cause);
  }

  private static long size(Path log) throws IOException {
    return Files.exists(log) ? Files.size(log) : 0;
  }

  private static String tail(Path log, long from) throws IOException {
    if (!Files.exists(log)) {
      return "";
    }
    try (var in = Files.newInputStream(log)) {
      in.skipNBytes(from);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
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
