package io.blendify.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away under load and comes back, as it does when Aurora fails over. */
class DatabaseRestartIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The pool's second and what a broken connection takes to be noticed, on a busy machine. */
  private static final Duration LONGEST = Duration.ofSeconds(8);

  @TempDir Path folder;

  private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger next = new AtomicInteger();
  private final Set<String> unexpected = ConcurrentHashMap.newKeySet();
  private final AtomicLong longest = new AtomicLong();
  private volatile String last = "";
  private final AtomicBoolean stop = new AtomicBoolean();

  @Test
  void whatWasAcknowledgedIsThereAndTheSameProcessGoesOn() throws Exception {
    var first = start(0);
    int port = first.getPort();
    execute(first, "CREATE TABLE kept (n integer PRIMARY KEY)");
    try (var context = ApplicationContext.run(properties(first));
        var writers = Executors.newFixedThreadPool(2)) {
      var database = DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class));
      writers.submit(() -> write(database));
      writers.submit(() -> write(database));
      waitForMore(100);

      first.close();
      waitForFailure();
      try (var second = start(port)) {
        waitForMore(100);
        stop.set(true);
        writers.close();
        assertThat(kept(second)).containsAll(acknowledged);
        assertThat(unexpected).as("who was refused may simply ask again").isEmpty();
        assertThat(longest.get()).as("nobody hangs").isLessThan(LONGEST.toNanos());
      }
    } finally {
      stop.set(true);
    }
  }

  private void write(DataSource database) {
    while (!stop.get()) {
      int n = next.getAndIncrement();
      long start = System.nanoTime();
      try (var connection = database.getConnection();
          var statement = connection.prepareStatement("INSERT INTO kept (n) VALUES (?)")) {
        statement.setInt(1, n);
        statement.executeUpdate();
        acknowledged.add(n);
      } catch (SQLException e) {
        last = String.valueOf(e.getMessage());
        failures.incrementAndGet();
        if (!DatabaseFault.passes(e)) {
          unexpected.add(e.getSQLState() + " " + e.getMessage());
        }
      }
      longest.accumulateAndGet(System.nanoTime() - start, Math::max);
    }
  }

  private EmbeddedPostgres start(int port) throws IOException {
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false)
            .setPGStartupWait(PATIENCE);
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  private static Map<String, Object> properties(EmbeddedPostgres server) {
    return Map.of(
        "blendify.database.url", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
        "blendify.database.user", "postgres",
        "blendify.database.password", "any",
        "blendify.database.pool-size", "2",
        "datasources.default.connection-timeout", "1000");
  }

  private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Set<Integer> kept(EmbeddedPostgres server) throws SQLException {
    Set<Integer> kept = ConcurrentHashMap.newKeySet();
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT n FROM kept")) {
      while (rows.next()) {
        kept.add(rows.getInt("n"));
      }
    }
    return kept;
  }

  private void waitForMore(int writes) throws InterruptedException {
    int wanted = acknowledged.size() + writes;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (acknowledged.size() < wanted) {
      assertThat(System.nanoTime())
          .as("writes go on; the last that failed: %s", last)
          .isLessThan(end);
      Thread.sleep(5);
    }
  }

  private void waitForFailure() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (failures.get() == 0) {
      assertThat(System.nanoTime()).as("the server is gone").isLessThan(end);
      Thread.sleep(5);
    }
  }
}
