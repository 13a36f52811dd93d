package io.blendify.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.blendify.aws.FakeSecretsManager;
import io.blendify.local.infra.Template;
import io.blendify.store.TestCluster;
import io.blendify.store.TestDatabase;
import io.blendify.store.connection.TokenCipher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What Lambda would load, run by what Lambda would run it with, on the events of infra/events. */
class PackagedFunctionIT {

  private static final List<String> QUEUES =
      List.of("fetch-spotify", "fetch-file", "taste", "blends", "space");

  private static final String TOKEN = "0f5a7c10-0000-4000-8000-00000000000a";

  private static TestDatabase database;
  private static FakeSecretsManager secrets;
  private static SQSRestServer server;
  private static SqsClient sqs;
  private static Map<String, String> urls;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    secrets = new FakeSecretsManager();
    secrets.create("blendify/dev/token-keyset", TokenCipher.newKeyset());
    secrets.create("blendify/dev/session-key", Base64.getEncoder().encodeToString(new byte[48]));
    secrets.create("blendify/dev/spotify", "{\"client_id\": \"\", \"client_secret\": \"\"}");
    secrets.create("blendify/dev/database-app", "{\"username\": \"any\", \"password\": \"any\"}");
    server = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    server.waitUntilStarted();
    sqs =
        SqsClient.builder()
            .endpointOverride(java.net.URI.create(endpoint()))
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    urls = new HashMap<>();
    QUEUES.forEach(
        name -> urls.put(name, sqs.createQueue(queue -> queue.queueName(name)).queueUrl()));
  }

  @AfterAll
  static void stop() {
    sqs.close();
    server.stopAndWait();
    secrets.close();
    database.close();
  }

  @Test
  void theApiAnswersRequests() throws Exception {
    try (var api = start("api", app("ApiFunction"))) {
      assertThat(answer(api, event("api-health"))).contains("\"statusCode\":200");
      assertThat(answer(api, event("api-sign-up"))).contains("\"statusCode\":201");
      assertThat(count("SELECT count(*) FROM users WHERE email = 'anna@example.com'")).isEqualTo(1);
      assertThat(answer(api, event("api-me-unauthenticated")))
          .contains("\"statusCode\":401")
          .contains("application/problem+json");
      assertThat(answer(api, event("api-unknown-route")))
          .contains("\"statusCode\":404")
          .contains("application/problem+json");
    }
  }

  @Test
  void theSchedulerStartsWhatIsDue() throws Exception {
    var connection = connectionWithListingDue();
    try (var scheduler = start("scheduler", app("SchedulerFunction"))) {
      assertThat(answer(scheduler, event("scheduler"))).contains("\"jobs_started\":1");
    }
    var job = text("SELECT id::text FROM sync_jobs WHERE connection_id = '" + connection + "'");
    assertThat(receive("fetch-spotify")).containsExactly(job);
  }

  @Test
  void theFetcherTellsTheMessageThatFailedFromTheOneThatDidNot() throws Exception {
    try (var fetcher = start("fetcher", app("FetcherFunction"))) {
      assertThat(answer(fetcher, event("fetcher"))).isEqualTo("{\"batchItemFailures\":[]}");
      assertThat(answer(fetcher, event("fetcher-malformed")))
          .isEqualTo(
              "{\"batchItemFailures\":"
                  + "[{\"itemIdentifier\":\"0f5a7c10-0000-4000-8000-000000000002\"}]}");
    }
  }

  @Test
  void onLambdaALineIsJsonWithTheIdThatCameWithTheMessage() throws Exception {
    var environment = new HashMap<>(app("FetcherFunction"));
    environment.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    try (var fetcher = start("fetcher", environment)) {
      answer(fetcher, event("fetcher-malformed"));

      assertThat(fetcher.output().lines())
          .filteredOn(line -> line.startsWith("{\"timestamp\":"))
          .anyMatch(
              line ->
                  line.contains("\"level\":\"ERROR\"")
                      && line.contains("\"correlation_id\":\"JKJaXmPLvHcESHA=\"")
                      && line.contains("\"function_request_id\":\""));
    }
  }

  @Test
  void theBlendFunctionTakesBothItsQueues() throws Exception {
    try (var blend = start("blend", app("BlendFunction"))) {
      assertThat(answer(blend, event("blend-taste"))).isEqualTo("{\"batchItemFailures\":[]}");
      assertThat(answer(blend, event("blend"))).isEqualTo("{\"batchItemFailures\":[]}");
    }
  }

  @Test
  void theRotateFunctionTakesAllStepsAndSealsAnew() throws Exception {
    var keyset = secrets.current("blendify/dev/token-keyset");
    try (var rotate = start("rotate", app("RotateFunction"));
        var client = secrets.client()) {
      secrets.rotateWith((step, secret, token) -> {});
      client.rotateSecret(
          rotation -> rotation.secretId("blendify/dev/token-keyset").clientRequestToken(TOKEN));
      for (var step : List.of("create", "set", "test", "finish")) {
        assertThat(answer(rotate, event("rotate-" + step))).contains(step + "Secret");
      }
      assertThat(secrets.current("blendify/dev/token-keyset")).isNotEqualTo(keyset);
      assertThat(answer(rotate, event("rotate-reseal"))).contains("\"resealed\":0");
      assertThat(rotate.output()).doesNotContain("AesGcmKey", "\"value\"");
    }
  }

  @Test
  void theMigrateFunctionBuildsTheSchemaAndTellsCloudFormation() throws Exception {
    var answer = new CompletableFuture<String>();
    var cloudFormation =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cloudFormation.createContext(
        "/answer",
        exchange -> {
          answer.complete(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    cloudFormation.start();
    try (var empty = TestDatabase.empty();
        var migrate = start("migrate", administrator(empty))) {
      var address = "127.0.0.1:" + cloudFormation.getAddress().getPort();
      answer(migrate, event("migrate").replace("127.0.0.1:9999", address));

      assertThat(answer.get(10, TimeUnit.SECONDS))
          .contains("\"Status\":\"SUCCESS\"")
          .contains("9c405e6f-7d81-4293-9dae-2f3a4b5c6d7e");
      assertThat(answer(migrate, event("migrate-by-operator")))
          .as("a second time there is nothing to do")
          .contains("\"applied\":[]");
    } finally {
      cloudFormation.stop(0);
    }
  }

  private PackagedFunction start(String function, Map<String, String> environment)
      throws IOException {
    var zip = new FunctionZip(function, Template.repository());
    var task = zip.unpack(Files.createDirectories(folder.resolve(function)));
    return PackagedFunction.start(
        Launch.of(zip.handler(), task, environment).with("-Xmx512m"),
        folder.resolve(function + ".log"));
  }

  /** The answer's JSON; fails with the function's own output where it threw. */
  private static String answer(PackagedFunction function, String event) throws Exception {
    var invocation = function.invoke(event);
    assertThat(invocation.success())
        .as(() -> invocation.body() + "\n" + outputOf(function))
        .isTrue();
    return invocation.body();
  }

  private static String outputOf(PackagedFunction function) {
    try {
      return function.output();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String event(String name) throws IOException {
    return Files.readString(Template.repository().resolve("infra/events/" + name + ".json"));
  }

  @ParameterizedTest
  @CsvSource({
    "api,api-health",
    "fetcher,fetcher",
    "blend,blend",
    "scheduler,scheduler",
    "rotate,rotate-reseal"
  })
  void noConnectionIsInASnapshotAndTheFunctionAnswersAfterIt(String function, String event)
      throws Exception {
    var zip = new FunctionZip(function, Template.repository());
    var task = zip.unpack(Files.createDirectories(folder.resolve(function)));
    var launch = Launch.of(zip.handler(), task, app(zip.logicalId())).forSnapshot();
    try (var running = PackagedFunction.start(launch, folder.resolve(function + ".log"))) {
      assertThat(running.untilCheckpoint()).isPositive();
      assertThat(running.output()).doesNotContain("no database before the snapshot");
      assertThat(connections()).isZero();
      int reads = reads();
      assertThat(reads).as("a secret that is missing stops the snapshot").isPositive();
      running.restore();
      answer(running, event(event));
      answer(running, again(function));
      assertThat(connections()).isPositive();
      assertThat(reads()).as("no secret is in a snapshot").isGreaterThan(reads);
    }
  }

  private static int reads() {
    return (int) secrets.calls().stream().filter("GetSecretValue"::equals).count();
  }

  /** Something that needs the database. */
  private static String again(String function) throws IOException {
    return event(
        switch (function) {
          case "api" -> "api-invitation";
          case "rotate" -> "rotate-reseal";
          default -> function;
        });
  }

  /** Those of the functions' role, as the server sees them, without the one that asks. */
  private static long connections() throws SQLException {
    try (var connection = database.asSuperuser();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND application_name = 'blendify'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Values of this test for the variables that the template sets for the function, and no more. */
  private static Map<String, String> app(String function) {
    var set = Template.read().variables(function);
    var environment = new HashMap<>(values());
    assertThat(environment.keySet()).containsAll(set);
    environment.keySet().retainAll(set);
    environment.put("AWS_ENDPOINT_URL_SQS", endpoint());
    environment.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets.endpoint().toString());
    return environment;
  }

  private static Map<String, String> values() {
    var environment = new HashMap<String, String>();
    environment.put("BLENDIFY_DATABASE_URL", database.url());
    environment.put("BLENDIFY_DATABASE_USER", database.user());
    environment.put("BLENDIFY_DATABASE_PASSWORD_ARN", "blendify/dev/database-app");
    environment.put("BLENDIFY_TOKEN_KEYSET_ARN", "blendify/dev/token-keyset");
    environment.put("BLENDIFY_SESSION_KEY_ARN", "blendify/dev/session-key");
    environment.put("BLENDIFY_PUBLIC_URL", "https://api.example.com");
    environment.put("BLENDIFY_UPLOADS_BUCKET", "blendify-test");
    environment.put("BLENDIFY_METRICS_NAMESPACE", "Blendify/test");
    environment.put("SPOTIFY_CLIENT_ID", "an-id");
    environment.put("SPOTIFY_CLIENT_SECRET_ARN", "blendify/dev/spotify");
    environment.put("JAVA_TOOL_OPTIONS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    urls.forEach(
        (name, url) ->
            environment.put("BLENDIFY_QUEUES_" + name.toUpperCase().replace('-', '_'), url));
    return environment;
  }

  private static Map<String, String> administrator(TestDatabase empty) {
    return Map.of(
        "BLENDIFY_DATABASE_URL",
        empty.url(),
        "BLENDIFY_DATABASE_USER",
        TestCluster.ADMINISTRATOR,
        "BLENDIFY_DATABASE_PASSWORD",
        "any");
  }

  private static String endpoint() {
    return "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort();
  }

  private static List<String> receive(String queue) {
    return sqs
        .receiveMessage(r -> r.queueUrl(urls.get(queue)).maxNumberOfMessages(10).waitTimeSeconds(2))
        .messages()
        .stream()
        .map(message -> message.body())
        .toList();
  }

  private static UUID connectionWithListingDue() throws SQLException {
    var user = UUID.randomUUID();
    var connection = UUID.randomUUID();
    var past = Instant.parse("2026-01-01T00:00:00Z");
    update(
        "INSERT INTO users (id, display_name, created_at, updated_at) VALUES (?, 'Ben', ?, ?)",
        user,
        past,
        past);
    update(
        """
        INSERT INTO provider_connections (id, user_id, provider, provider_user_id, status,
                                          consented_at, created_at, updated_at)
        VALUES (?, ?, 'spotify', 'ben', 'active', ?, ?, ?)
        """,
        connection,
        user,
        past,
        past,
        past);
    update(
        """
        INSERT INTO provider_sync_status (connection_id, resource, user_id, provider, next_due_at,
                                          updated_at)
        VALUES (?, 'saved_tracks', ?, 'spotify', ?, ?)
        """,
        connection,
        user,
        past,
        past);
    return connection;
  }

  private static void update(String sql, Object... values) throws SQLException {
    try (var connection = database.asApp();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        var value = values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i];
        statement.setObject(i + 1, value);
      }
      statement.executeUpdate();
    }
  }

  private static long count(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  private static String text(String sql) throws SQLException {
    try (var connection = database.asApp();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
