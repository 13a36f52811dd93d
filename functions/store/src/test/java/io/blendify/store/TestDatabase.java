package io.blendify.store;

import io.blendify.store.role.DatabaseLogin;
import io.blendify.store.role.DatabaseRoles;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * A database of one's own, built by {@code schema/}, within milliseconds: the migrations run once
 * in each JVM, and every database is a copy of the result.
 *
 * <pre>{@code
 * static final TestDatabase DATABASE = TestDatabase.fresh();
 *
 * ApplicationContext context = ApplicationContext.run(DATABASE.properties());   // as the functions
 * try (var connection = DATABASE.asApp()) { … }                                 // bare JDBC, as the functions
 * try (var connection = DATABASE.asOwner()) { … }                               // as who migrates
 * }</pre>
 *
 * <p>With {@code @MicronautTest}, let the test class implement {@code TestPropertyProvider} and
 * answer {@code properties()}. Nothing needs to be closed; {@link #close} frees the space earlier.
 */
public final class TestDatabase implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final TestCluster cluster;
  private final String name;

  private TestDatabase(TestCluster cluster, String name) {
    this.cluster = cluster;
    this.name = name;
  }

  /** A migrated database without any row. */
  public static TestDatabase fresh() {
    return copyOf(Migrated.CLUSTER, Migrated.TEMPLATE);
  }

  /** A database that no migration has touched, in the cluster of {@link #fresh()}. */
  public static TestDatabase empty() {
    return empty(Migrated.CLUSTER);
  }

  /** A database that no migration has touched. */
  public static TestDatabase empty(TestCluster cluster) {
    return copyOf(cluster, "template1");
  }

  private static TestDatabase copyOf(TestCluster cluster, String template) {
    var name = "blendify_test_" + COUNT.incrementAndGet();
    cluster.execute(
        "postgres", TestCluster.ADMINISTRATOR, "CREATE DATABASE " + name + " TEMPLATE " + template);
    if (!template.equals("template1")) {
      cluster.execute(
          "postgres",
          TestCluster.ADMINISTRATOR,
          "ALTER DATABASE " + name + " OWNER TO " + DatabaseRoles.OWNER);
    }
    return new TestDatabase(cluster, name);
  }

  public String url() {
    return cluster.url(name);
  }

  /** The functions' role. */
  public String user() {
    return DatabaseRoles.APP;
  }

  /** Any will do: the embedded database trusts whoever comes. */
  public String password() {
    return "any";
  }

  public String owner() {
    return DatabaseRoles.OWNER;
  }

  /** Who migrates: no superuser, as on Aurora. */
  public DatabaseLogin administrator() {
    return new DatabaseLogin(url(), TestCluster.ADMINISTRATOR, password());
  }

  public Connection asApp() {
    return cluster.connect(name, DatabaseRoles.APP);
  }

  public Connection asOwner() {
    return cluster.connect(name, DatabaseRoles.OWNER);
  }

  public Connection asAdministrator() {
    return cluster.connect(name, TestCluster.ADMINISTRATOR);
  }

  /** For what no other role may see, such as passwords. */
  public Connection asSuperuser() {
    return cluster.connect(name, "postgres");
  }

  /** What an ApplicationContext needs to work on this database as the functions' role. */
  public Map<String, Object> properties() {
    return Map.of(
        "blendify.database.url", url(),
        "blendify.database.user", user(),
        "blendify.database.password", password(),
        "blendify.database.pool-size", "4",
        "datasources.default.connection-init-sql", "SET TIME ZONE '" + TestCluster.TIME_ZONE + "'");
  }

  @Override
  public void close() {
    cluster.execute("postgres", "postgres", "DROP DATABASE " + name + " WITH (FORCE)");
  }

  /** Applies all migrations as who owns the database. */
  private static void migrate(TestDatabase database) {
    DatabaseRoles.prepare(database.administrator());
    database.cluster.execute(
        "postgres", "postgres", "ALTER ROLE " + DatabaseRoles.OWNER + " LOGIN");
    Flyway.configure()
        .dataSource(database.url(), TestCluster.ADMINISTRATOR, database.password())
        .initSql(DatabaseRoles.AS_OWNER)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  /** Started by the first who asks, once in each JVM. */
  private static final class Migrated {
    static final TestCluster CLUSTER = TestCluster.start();
    static final String TEMPLATE;

    static {
      var template = empty(CLUSTER);
      migrate(template);
      TEMPLATE = template.name;
    }
  }
}
