package io.blendify.store;

import com.zaxxer.hikari.HikariDataSource;
import io.blendify.store.secret.SecretsSnapshot;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database around Lambda's snapshot (SnapStart): one statement before it, so that driver and
 * pool are in it, and no connection: many environments start from one snapshot, and a connection
 * cannot be shared. The first statement afterwards makes a new one.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-best-practices.html">SnapStart:
 *     best practices</a>
 */
@Context
@Requires(env = Environment.FUNCTION)
public final class DatabaseSnapshot implements Resource {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseSnapshot.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final BeanProvider<DataSource> databases;

  /**
   * @param databases gives the database when a snapshot is due; an answer that needs none does not
   *     wait for its pool
   * @param secrets made before this one, so that it forgets after this one has signed in
   */
  DatabaseSnapshot(
      BeanProvider<DataSource> databases, SecretsSnapshot secrets, SnapStart snapStart) {
    Objects.requireNonNull(secrets);
    this.databases = databases;
    snapStart.register(this);
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context)
      throws SQLException, InterruptedException {
    // The pool itself: Micronaut's own wrapping hands out connections inside of transactions only.
    var database = DelegatingDataSource.unwrapDataSource(databases.get());
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement("SELECT 1");
        var rows = statement.executeQuery()) {
      rows.next();
    } catch (SQLException e) {
      // A version can be published while the database sleeps; it only starts more slowly then.
      LOG.warn("no database before the snapshot: {}", e.getMessage());
    }
    closeAll(database.unwrap(HikariDataSource.class));
  }

  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  /** Throws IllegalStateException where one stays open: there must be no snapshot then. */
  private static void closeAll(HikariDataSource pool) throws InterruptedException {
    var connections = pool.getHikariPoolMXBean();
    connections.softEvictConnections();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (connections.getTotalConnections() > 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            connections.getTotalConnections() + " connections would be in the snapshot");
      }
      Thread.sleep(1);
    }
  }
}
