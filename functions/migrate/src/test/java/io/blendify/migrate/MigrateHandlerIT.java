package io.blendify.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import io.blendify.store.TestCluster;
import io.blendify.store.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class MigrateHandlerIT {

  private static final String PASSWORD = "correct horse 'battery' \"staple\"";

  @Test
  void aNewStackIsAnsweredWithTheSchemasVersion() throws Exception {
    try (var waiting = new WaitingCloudFormation();
        var database = TestDatabase.empty();
        var context = context(database, Map.of())) {
      var answer = new MigrateHandler(context).execute(event("Create", waiting.url()));

      assertThat(answer).containsEntry("status", "SUCCESS");
      assertThat(waiting.answer())
          .contains("\"Status\":\"SUCCESS\"", "\"SchemaVersion\":\"" + newest(context) + "\"")
          .contains("\"StackId\":\"stack-1\"", "\"RequestId\":\"request-1\"")
          .contains(
              "\"LogicalResourceId\":\"Schema\"", "\"PhysicalResourceId\":\"blendify-schema\"");
      assertThat(waiting.contentType()).isNull();
      assertThat(ask(database, "SELECT count(*) FROM users")).isEqualTo("0");
    }
  }

  @Test
  void anOperatorIsToldWhatWasAppliedAndTheSecondTimeNothingIs() {
    try (var database = TestDatabase.empty();
        var context = context(database, Map.of())) {
      var handler = new MigrateHandler(context);
      var first = handler.execute(new CloudFormationCustomResourceEvent());
      var second = handler.execute(new CloudFormationCustomResourceEvent());

      assertThat((List<?>) first.get("applied")).first().isEqualTo("1");
      assertThat((List<?>) second.get("applied")).isEmpty();
      assertThat(second.get("version")).isEqualTo(first.get("version"));
    }
  }

  @Test
  void everythingBelongsToTheOwnerThoughTheAdministratorMadeIt() throws Exception {
    try (var database = TestDatabase.empty();
        var context = context(database, Map.of())) {
      new MigrateHandler(context).execute(new CloudFormationCustomResourceEvent());

      assertThat(
              ask(
                  database,
                  """
                  SELECT string_agg(DISTINCT relowner::regrole::text, ',') FROM pg_class
                  WHERE relnamespace::regnamespace::text IN ('public', 'catalog', 'history', 'taste')
                  """))
          .isEqualTo("blendify_owner");
    }
  }

  @Test
  void deletingTheStackKeepsTheData() throws Exception {
    try (var waiting = new WaitingCloudFormation();
        var database = TestDatabase.fresh();
        var context = context(database, Map.of())) {
      try (var app = database.asApp();
          var statement = app.createStatement()) {
        statement.execute("INSERT INTO provider_terms (provider) VALUES ('spotify')");
      }
      new MigrateHandler(context).execute(event("Delete", waiting.url()));

      assertThat(waiting.answer()).contains("\"Status\":\"SUCCESS\"");
      assertThat(ask(database, "SELECT count(*) FROM provider_terms")).isEqualTo("1");
    }
  }

  @Test
  void aFailingMigrationIsAnsweredWithItsReasonAndChangesNothing() throws Exception {
    try (var waiting = new WaitingCloudFormation();
        var database = TestDatabase.fresh();
        var context =
            context(
                database,
                Map.of(
                    "blendify.migrate.locations", "classpath:db/migration,classpath:db/failing"))) {
      var before = ask(database, "SELECT count(*) FROM flyway_schema_history");
      new MigrateHandler(context).execute(event("Update", waiting.url()));

      assertThat(waiting.answer())
          .contains("\"Status\":\"FAILED\"", "no_such_function", "V900__fails.sql")
          .doesNotContain("\n");
      assertThat(ask(database, "SELECT count(*) FROM flyway_schema_history")).isEqualTo(before);
    }
  }

  @Test
  void anUnknownRequestIsAnsweredAsFailed() throws Exception {
    try (var waiting = new WaitingCloudFormation();
        var database = TestDatabase.empty();
        var context = context(database, Map.of())) {
      new MigrateHandler(context).execute(event("Replace", waiting.url()));

      assertThat(waiting.answer()).contains("\"Status\":\"FAILED\"", "RequestType");
    }
  }

  @Test
  void anAnswerGoesToNoOtherPlaceThanHttpsOrThisMachine() throws Exception {
    try (var database = TestDatabase.empty();
        var context = context(database, Map.of())) {
      for (var url : List.of("http://example.com/?sig=s3cret", "file:///etc/s3cret", "s3cret {")) {
        assertThatThrownBy(() -> new MigrateHandler(context).execute(event("Create", url)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("ResponseURL")
            .hasMessageNotContaining("s3cret");
      }
      assertThat(ask(database, "SELECT to_regclass('public.users')")).isNull();
    }
  }

  @Test
  void anAnswerNotTakenAtFirstIsSentAgain() throws Exception {
    try (var waiting = new WaitingCloudFormation(503, 200);
        var database = TestDatabase.fresh();
        var context = context(database, Map.of())) {
      new MigrateHandler(context).execute(event("Update", waiting.url()));
      assertThat(waiting.answers()).hasSize(2);
    }
  }

  @Test
  void theFunctionsSignInWithTheConfiguredPasswordAndNoLogShowsIt() throws Exception {
    var logged = new ByteArrayOutputStream();
    var stderr = System.err;
    var cluster = TestCluster.start();
    try (var database = TestDatabase.empty(cluster);
        var context = context(database, Map.of("blendify.migrate.app-user-password", PASSWORD))) {
      System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
      new MigrateHandler(context).execute(new CloudFormationCustomResourceEvent());
      System.setErr(stderr);
      askForPasswords(cluster);

      try (var app = DriverManager.getConnection(database.url(), "blendify_app", PASSWORD)) {
        assertThat(app.isValid(5)).isTrue();
      }
      assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "blendify_app", "other"))
          .isInstanceOf(SQLException.class);
      assertThat(logged.toString(StandardCharsets.UTF_8))
          .contains("schema version")
          .doesNotContain("battery");
      assertThat(context.getBean(MigrateConfig.class).toString()).doesNotContain("battery");
    } finally {
      System.setErr(stderr);
    }
  }

  @Test
  void twoAtOnceOnANewClusterBothSucceedAndApplyEachMigrationOnce() throws Exception {
    var cluster = TestCluster.start();
    try (var one = TestDatabase.empty(cluster);
        var other = TestDatabase.empty(cluster)) {
      var password = Map.<String, Object>of("blendify.migrate.app-user-password", PASSWORD);
      var together = new CyclicBarrier(4);
      try (var pool = Executors.newFixedThreadPool(4)) {
        var runs =
            List.of(one, one, other, other).stream()
                .map(database -> pool.submit(run(database, password, together)))
                .toList();
        for (var run : runs) {
          assertThat(run.get()).containsKey("version");
        }
      }
      for (var database : List.of(one, other)) {
        assertThat(
                ask(
                    database,
                    "SELECT count(*) - count(DISTINCT version) FROM flyway_schema_history"))
            .isEqualTo("0");
        assertThat(ask(database, "SELECT bool_and(success) FROM flyway_schema_history"))
            .isEqualTo("t");
      }
    }
  }

  @Test
  void aDatabaseThatIsWakingUpIsWaitedFor() throws Exception {
    try (var database = TestDatabase.empty();
        var late = new LateDatabase(database.url(), 2);
        var context = context(database, knocking(late, database, 3))) {
      var answer = new MigrateHandler(context).execute(new CloudFormationCustomResourceEvent());

      assertThat((List<?>) answer.get("applied")).first().isEqualTo("1");
      assertThat(late.knocks()).isGreaterThan(3);
    }
  }

  @Test
  void aDatabaseThatDoesNotWakeIsGivenUp() throws Exception {
    try (var database = TestDatabase.empty();
        var late = new LateDatabase(database.url(), Integer.MAX_VALUE);
        var context = context(database, knocking(late, database, 2))) {
      var handler = new MigrateHandler(context);

      assertThatThrownBy(() -> handler.execute(new CloudFormationCustomResourceEvent()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("cloud_admin at jdbc:postgresql:");
      assertThat(late.knocks()).isEqualTo(3);
    }
  }

  private static Map<String, Object> knocking(
      LateDatabase late, TestDatabase database, int retries) {
    return Map.of(
        "blendify.database.url",
        late.url(database.url()),
        "blendify.migrate.connect-retries",
        retries,
        "blendify.migrate.connect-pause",
        "10ms");
  }

  @Test
  void anothersMigrationsAreWaitedForAsLongAsAgreed() throws Exception {
    var waiting = "classpath:db/migration,classpath:db/waiting";
    try (var database = TestDatabase.fresh();
        var slow = context(database, Map.of("blendify.migrate.locations", waiting));
        var impatient =
            context(
                database,
                Map.of("blendify.migrate.locations", waiting, "blendify.migrate.lock-wait", "1s"));
        var pool = Executors.newSingleThreadExecutor();
        var holder = database.asSuperuser();
        var statement = holder.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(4711)");
      var first =
          pool.submit(
              () -> new MigrateHandler(slow).execute(new CloudFormationCustomResourceEvent()));
      awaitOneWaiting(database);

      var second = new MigrateHandler(impatient);
      assertThatThrownBy(() -> second.execute(new CloudFormationCustomResourceEvent()))
          .hasMessageContaining("lock");

      statement.execute("SELECT pg_advisory_unlock(4711)");
      assertThat((List<?>) first.get().get("applied")).isEqualTo(List.of("901"));
      assertThat(second.execute(new CloudFormationCustomResourceEvent()))
          .containsEntry("version", "901")
          .containsEntry("applied", List.of());
    }
  }

  private static void awaitOneWaiting(TestDatabase database) throws Exception {
    var waiting =
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND NOT granted";
    while (!ask(database, waiting).equals("1")) {
      Thread.onSpinWait();
    }
  }

  private static Callable<Map<String, Object>> run(
      TestDatabase database, Map<String, Object> properties, CyclicBarrier together) {
    return () -> {
      try (var context = context(database, properties)) {
        var handler = new MigrateHandler(context);
        together.await();
        return handler.execute(new CloudFormationCustomResourceEvent());
      }
    };
  }

  private static ApplicationContext context(TestDatabase database, Map<String, Object> more) {
    var administrator = database.administrator();
    var properties = new HashMap<String, Object>();
    properties.put("blendify.database.url", administrator.url());
    properties.put("blendify.database.user", administrator.user());
    properties.put("blendify.database.password", administrator.password());
    properties.putAll(more);
    return ApplicationContext.run(properties);
  }

  private static CloudFormationCustomResourceEvent event(String requestType, String url) {
    return CloudFormationCustomResourceEvent.builder()
        .withRequestType(requestType)
        .withResponseUrl(url)
        .withStackId("stack-1")
        .withRequestId("request-1")
        .withLogicalResourceId("Schema")
        .build();
  }

  private static String newest(ApplicationContext context) {
    return context.getBean(Migration.class).run().version();
  }

  /** From now on the functions' role has to show its password. */
  private static void askForPasswords(TestCluster cluster) throws SQLException {
    try (var superuser = cluster.connect("postgres", "postgres");
        var statement = superuser.createStatement();
        var rows = statement.executeQuery("SHOW hba_file")) {
      rows.next();
      var file = rows.getString(1);
      statement.execute(
          "COPY (VALUES ('host all blendify_app all scram-sha-256'), ('host all all all trust')) TO '"
              + file
              + "'");
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  private static String ask(TestDatabase database, String sql) throws SQLException {
    try (var connection = database.asSuperuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
