package io.blendify.bench.blend;

import io.blendify.bench.naive.Naive;
import io.blendify.blend.BlendHandler;
import io.blendify.core.queue.MessageQueue;
import io.blendify.store.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A thousand people with 3,000 to 8,000 items each, and the blend function at work on them. The
 * first thirty have a history; the others have the tastes of these, since a blend reads tastes.
 */
final class Crowd implements AutoCloseable {

  static final int WITH_HISTORY = 30;
  static final int ALL = 1_000;

  /** Items of the first ten, the second ten and the third ten of each thirty. */
  static final int[] ITEMS = {3_000, 5_500, 8_000};

  private static final Instant NOW = Instant.parse("2026-05-04T18:00:00Z");

  private static final String EVENT =
      """
      {"Records": [{"messageId": "1", "body": "%s", "eventSource": "aws:sqs",
        "eventSourceARN": "arn:aws:sqs:eu-central-1:123456789012:blendify-bench-%s"}]}
      """;

  final TestDatabase database = TestDatabase.fresh();
  private final ApplicationContext context;
  private final BlendHandler handler;
  private final Connection connection;

  Crowd(Consumer<String> say) throws SQLException, IOException {
    MessageQueue nowhere = (_, _, _) -> Set.of();
    context =
        ApplicationContext.builder()
            .properties(database.properties())
            .singletons((InstantSource) () -> NOW, nowhere)
            .start();
    handler = new BlendHandler(context);
    connection = database.asSuperuser();
    say.accept("a catalogue, and histories of %d people".formatted(WITH_HISTORY));
    execute(CrowdRows.CATALOGUE);
    execute(CrowdRows.PEOPLE.formatted(ALL));
    for (int person = 0; person < WITH_HISTORY; person++) {
      int saved = ITEMS[person / 10] - 300;
      execute(CrowdRows.HISTORY.formatted(user(person), person, saved));
    }
    execute("ANALYZE");
    learn(say);
  }

  private void learn(Consumer<String> say) throws SQLException, IOException {
    say.accept("their tastes, and what goes together");
    for (int person = 0; person < WITH_HISTORY; person++) {
      deliver("taste", user(person));
    }
    blend(IntStream.range(0, WITH_HISTORY).toArray());
    deliver("space", UUID.randomUUID());
    say.accept("%d people with these tastes".formatted(ALL));
    execute(CrowdRows.OTHERS.formatted(WITH_HISTORY, ALL));
    execute("ANALYZE");
  }

  static UUID user(int person) {
    return new UUID(0x1000, person + 1L);
  }

  static List<UUID> users(int... people) {
    return IntStream.of(people).mapToObj(Crowd::user).toList();
  }

  /** A new blend of these people, who agreed to all. */
  UUID blend(int... people) throws SQLException {
    var blend = UUID.randomUUID();
    execute(CrowdRows.BLEND.formatted(blend, user(people[0])));
    for (var user : users(people)) {
      execute(CrowdRows.ACCEPTS.formatted(blend, user));
    }
    return blend;
  }

  /** One blend, from the message to the last row. The answer is how many milliseconds it took. */
  double refresh(UUID blend) throws SQLException, IOException {
    var refresh = UUID.randomUUID();
    execute(CrowdRows.REFRESH.formatted(refresh, blend));
    long start = System.nanoTime();
    deliver("blends", refresh);
    double ms = (System.nanoTime() - start) / 1e6;
    var picks =
        text("SELECT count(*) FROM blend_tracks WHERE refresh_id = '%s'".formatted(refresh));
    if (picks.equals("0")) {
      throw new IllegalStateException("nothing was chosen for blend " + blend);
    }
    return ms;
  }

  private void deliver(String queue, UUID id) throws IOException {
    var answer = new ByteArrayOutputStream();
    var event = EVENT.formatted(id, queue).getBytes(StandardCharsets.UTF_8);
    handler.handleRequest(new ByteArrayInputStream(event), answer, null);
    if (answer.toString(StandardCharsets.UTF_8).contains("itemIdentifier")) {
      throw new IllegalStateException(queue + " " + id + " failed");
    }
  }

  /** The same facts of those with a history as anybody would keep them. */
  Naive naive() throws SQLException {
    var naive = new Naive(database, () -> NOW);
    for (int person = 0; person < WITH_HISTORY; person++) {
      naive.sync(user(person));
    }
    execute("ANALYZE");
    return naive;
  }

  private String text(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    context.close();
    database.close();
  }
}
