package io.blendify.store.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.blendify.core.secret.SecretVault;
import io.blendify.store.secret.TestVault;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions' password changes while many ask, and nobody who asks is refused. */
class PasswordChangedIT {

  private static final int ASKING = 8;
  private static final int CHANGES = 8;
  private static final String FIRST = "first-password";

  @TempDir static Path folder;

  private static GuardedCluster cluster;

  private final AtomicBoolean stop = new AtomicBoolean();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicLong longest = new AtomicLong();
  private final List<String> failures = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    cluster = GuardedCluster.start(folder, FIRST);
  }

  @AfterAll
  static void close() throws IOException {
    cluster.close();
  }

  /** As a rotation does it: pending first, then in the database, then it counts. */
  @Test
  void aRotationUnderLoadFailsNoRequest() throws Exception {
    DatabaseRoles.setAppPassword(cluster.administrator(), FIRST);
    var vault = new TestVault(json(FIRST));
    underLoad(
        vault,
        pool -> {
          var current = FIRST;
          for (int n = 0; n < CHANGES; n++) {
            var next = "password-" + n;
            vault.pending(json(next));
            new AppPassword(cluster.administrator()).change(current, next);
            everybodySignsInAnew(pool);
            waitForMore(200);
            vault.current(json(next));
            everybodySignsInAnew(pool);
            waitForMore(200);
            current = next;
          }
        });
  }

  /**
   * As an operator does it in an emergency: in the database first, and the secret a second later.
   */
  @Test
  void aPasswordSetByHandUnderLoadOnlyDelays() throws Exception {
    DatabaseRoles.setAppPassword(cluster.administrator(), FIRST);
    var vault = new TestVault(json(FIRST));
    underLoad(
        vault,
        pool -> {
          DatabaseRoles.setAppPassword(cluster.administrator(), "by-hand");
          everybodySignsInAnew(pool);
          Thread.sleep(1_000);
          vault.current(json("by-hand"));
          waitForMore(200);
        });
  }

  @Test
  void aPasswordThatIsWrongForGoodIsRefusedInTimeAndNotQuoted() {
    DatabaseRoles.setAppPassword(cluster.administrator(), FIRST);
    var vault = new TestVault(json("hunter2"));
    try (var context = context(vault)) {
      var database = DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class));
      long start = System.nanoTime();
      assertThatThrownBy(database::getConnection)
          .isInstanceOf(SQLException.class)
          .hasMessageNotContaining("hunter2")
          .rootCause()
          .hasMessageContaining("password authentication failed");
      assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
      assertThat(vault.reads()).as("bounded").isLessThan(40);
    }
  }

  private interface Change {
    void make(HikariDataSource pool) throws Exception;
  }

  private void underLoad(TestVault vault, Change change) throws Exception {
    try (var context = context(vault);
        var threads = Executors.newFixedThreadPool(ASKING)) {
      var database = DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class));
      for (int i = 0; i < ASKING; i++) {
        threads.submit(() -> ask(database));
      }
      try {
        waitForMore(100);
        change.make(database.unwrap(HikariDataSource.class));
      } finally {
        stop.set(true);
      }
    }
    System.out.printf(
        "%d requests answered, the longest after %d ms%n",
        answered.get(), longest.get() / 1_000_000);
    assertThat(failures).isEmpty();
    assertThat(longest.get()).isLessThan(8_000_000_000L);
  }

  private static ApplicationContext context(TestVault vault) {
    var settings =
        new HashMap<String, Object>(
            Map.of(
                "blendify.database.url",
                cluster.url(),
                "blendify.database.password-arn",
                "the-database",
                "blendify.database.pool-size",
                ASKING));
    return ApplicationContext.builder()
        .properties(settings)
        .singletons()
        .build()
        .registerSingleton(SecretVault.class, vault)
        .start();
  }

  private void ask(DataSource database) {
    while (!stop.get()) {
      long start = System.nanoTime();
      try (var connection = database.getConnection();
          var statement = connection.prepareStatement("SELECT 1");
          var rows = statement.executeQuery()) {
        rows.next();
        answered.incrementAndGet();
      } catch (SQLException e) {
        failures.add(e.toString());
      }
      long took = System.nanoTime() - start;
      longest.accumulateAndGet(took, Math::max);
    }
  }

  private static void everybodySignsInAnew(HikariDataSource pool) {
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  private void waitForMore(int requests) throws InterruptedException {
    int wanted = answered.get() + requests;
    long end = System.nanoTime() + 60_000_000_000L;
    while (answered.get() < wanted && failures.isEmpty()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(2);
    }
  }

  private static String json(String password) {
    return "{\"username\": \"blendify_app\", \"password\": \"" + password + "\"}";
  }
}
