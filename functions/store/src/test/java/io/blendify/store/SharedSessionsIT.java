package io.blendify.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.store.role.GuardedCluster;
import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a session asks for besides our statements, as the server saw it: nothing that ties it to one
 * of a proxy's connections.
 */
class SharedSessionsIT {

  @TempDir Path folder;

  @Test
  void nothingIsSetAndNothingIsPreparedByName() throws Exception {
    var log = folder.resolve("log");
    try (var cluster =
        GuardedCluster.start(
            folder,
            "password",
            "logging_collector",
            "on",
            "log_directory",
            log.toString(),
            "log_filename",
            "postgresql.log",
            "log_statement",
            "all",
            "log_line_prefix",
            "%u:")) {
      work(cluster.url() + "?prepareThreshold=0");
    }
    var told =
        Files.readString(log.resolve("postgresql.log"))
            .lines()
            .filter(line -> line.startsWith("blendify_app:"))
            .toList();

    assertThat(told).anyMatch(line -> line.contains("SELECT 17"));
    assertThat(told).anyMatch(line -> line.contains("BEGIN"));
    assertThat(told).noneMatch(line -> line.matches("(?i).*: (SET|RESET|DISCARD|LISTEN)\\b.*"));
    assertThat(told).as("prepared by name").noneMatch(line -> line.contains("execute S_"));
  }

  private static void work(String url) {
    var settings =
        Map.<String, Object>of(
            "blendify.database.url", url, "blendify.database.password", "password");
    try (var context = ApplicationContext.run(settings)) {
      @SuppressWarnings("unchecked")
      TransactionOperations<Connection> transactions = context.getBean(TransactionOperations.class);
      for (int i = 0; i < 12; i++) {
        transactions.executeRead(status -> ask(status.getConnection()));
        transactions.executeWrite(status -> ask(status.getConnection()));
      }
    }
  }

  private static int ask(Connection connection) {
    try (var statement = connection.prepareStatement("SELECT 17");
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
