package io.blendify.bench.sync;

import io.blendify.bench.Figure;
import io.blendify.bench.Measured;
import io.blendify.scheduler.Schedule;
import io.blendify.store.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Jobs enqueued a second from 1,000,000 due connections. */
public final class Fanout implements Figure {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration RUN = Duration.ofSeconds(12);
  private static final int ROUNDS = 3;

  private static final String DUE =
      """
      WITH people AS (
        INSERT INTO users (id, display_name, created_at, updated_at)
        SELECT md5('u' || n)::uuid, 'due', '2026-01-01', '2026-01-01'
        FROM generate_series(%1$d, %2$d) n RETURNING id
      ), connections AS (
        INSERT INTO provider_connections (id, user_id, provider, provider_user_id, status,
          consented_at, created_at, updated_at)
        SELECT id, id, 'spotify', id::text, 'active', '2026-01-01', '2026-01-01', '2026-01-01'
        FROM people RETURNING id
      )
      INSERT INTO provider_sync_status (connection_id, resource, user_id, provider, next_due_at,
        updated_at)
      SELECT id, 'recently_played', id, 'spotify',
             timestamptz '2026-03-01T11:00:00Z' + random() * interval '59 minutes', '2026-01-01'
      FROM connections
      """;

  @Override
  public String name() {
    return "fanout";
  }

  @Override
  public String what() {
    return "jobs enqueued a second from 1,000,000 due connections, against a bare SendMessageBatch"
        + " loop";
  }

  @Override
  public void measure(Consumer<String> say, Consumer<Measured> result) throws SQLException {
    var server = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    int port = server.waitUntilStarted().localAddress().getPort();
    System.setProperty("aws.endpointUrlSqs", URI.create("http://127.0.0.1:" + port).toString());
    System.setProperty("aws.region", "eu-central-1");
    System.setProperty("aws.accessKeyId", "bench");
    System.setProperty("aws.secretAccessKey", "bench");
    try (var client =
            SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
        var database = TestDatabase.fresh()) {
      var url = client.createQueue(q -> q.queueName("fetch-spotify")).queueUrl();
      fill(database, say);
      measure(database, client, url, say, result);
    } finally {
      server.stopAndWait();
    }
  }

  private static void fill(TestDatabase database, Consumer<String> say) throws SQLException {
    say.accept("1,000,000 connections are made due");
    try (var connection = database.asSuperuser();
        var statement = connection.createStatement()) {
      for (int from = 1; from <= 1_000_000; from += 50_000) {
        statement.execute(DUE.formatted(from, from + 49_999));
      }
      statement.execute("ANALYZE");
    }
  }

  private static void measure(
      TestDatabase database,
      SqsClient client,
      String url,
      Consumer<String> say,
      Consumer<Measured> result) {
    var properties = new HashMap<String, Object>(database.properties());
    properties.put("blendify.queues.fetch-spotify", url);
    try (var context =
        ApplicationContext.builder()
            .properties(properties)
            .singletons((InstantSource) () -> NOON)
            .start()) {
      var schedule = context.getBean(Schedule.class);
      double bare = 0;
      double ours = 0;
      for (int round = 0; round < ROUNDS; round++) {
        bare = Math.max(bare, bare(client, url));
        client.purgeQueue(q -> q.queueUrl(url));
        ours = Math.max(ours, ours(schedule));
        client.purgeQueue(q -> q.queueUrl(url));
        say.accept("round %d: bare %.0f, ours %.0f a second".formatted(round + 1, bare, ours));
      }
      result.accept(Measured.times("fanout", ours, "messages/s", bare));
      var memory = Runtime.getRuntime();
      System.gc();
      say.accept(
          "heap in use: " + (memory.totalMemory() - memory.freeMemory()) / 1_048_576 + " MB");
    }
  }

  private static double ours(Schedule schedule) {
    long start = System.nanoTime();
    long end = start + RUN.plusSeconds(10).toNanos();
    var report = schedule.run(() -> Duration.ofNanos(end - System.nanoTime()));
    return report.jobsStarted() / ((System.nanoTime() - start) / 1e9);
  }

  private static double bare(SqsClient client, String url) {
    long start = System.nanoTime();
    long sent = 0;
    while (System.nanoTime() - start < RUN.toNanos()) {
      var entries = new ArrayList<SendMessageBatchRequestEntry>(10);
      for (int place = 0; place < 10; place++) {
        var id = UUID.randomUUID().toString();
        entries.add(SendMessageBatchRequestEntry.builder().id(id).messageBody(id).build());
      }
      client.sendMessageBatch(r -> r.queueUrl(url).entries(entries));
      sent += 10;
    }
    return sent / ((System.nanoTime() - start) / 1e9);
  }
}
