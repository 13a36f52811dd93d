package io.blendify.fetcher;

import io.blendify.core.ProviderId;
import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.ProfileOutcome.Found;
import io.blendify.core.provider.RefreshToken;
import io.blendify.core.provider.TokenOutcome.Granted;
import io.blendify.core.queue.QueueName;
import io.blendify.sandbox.SandboxClock;
import io.blendify.sandbox.spotify.SpotifyApp;
import io.blendify.sandbox.spotify.SpotifySandbox;
import io.blendify.sandbox.world.Person;
import io.blendify.store.TestDatabase;
import io.blendify.store.connection.ConnectOutcome.Connected;
import io.blendify.store.connection.Connecting;
import io.blendify.store.connection.TokenCipher;
import io.blendify.store.sync.JobMessages;
import io.blendify.store.sync.SyncRequests;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The real Spotify provider against the sandbox over HTTP, on the sandbox's clock. */
final class SandboxWorld implements AutoCloseable {

  static final ProviderId SPOTIFY = new ProviderId("spotify");

  private static final QueueName QUEUE = QueueName.fetch(SPOTIFY);

  final SandboxClock clock = SandboxClock.frozenAt(Instant.parse("2026-05-04T18:00:00Z"));
  final TestDatabase database = TestDatabase.fresh();
  final SpotifySandbox sandbox;
  final ApplicationContext context;
  final FakeQueue queue;

  SandboxWorld(Map<String, Object> settings) {
    try {
      sandbox = SpotifySandbox.start(clock);
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox did not start", e);
    }
    var properties = new HashMap<String, Object>(database.properties());
    properties.put("fetcher.fakes", "true");
    properties.put("blendify.token-keyset", TokenCipher.newKeyset());
    properties.put("spotify.client-id", SpotifyApp.standard().clientId());
    properties.put("spotify.client-secret", SpotifyApp.standard().secret());
    properties.put("spotify.api-url", sandbox.origin() + "/v1");
    properties.put("spotify.accounts-url", sandbox.origin().toString());
    properties.put("blendify.sync.pace", "0s");
    properties.put("blendify.sync.jitter", "0");
    properties.put("blendify.sync.cooldown", "0s");
    properties.put("blendify.sync.tops-every", "20h");
    properties.putAll(settings);
    context =
        ApplicationContext.builder().properties(properties).singletons(asSource(clock)).start();
    queue = context.getBean(FakeQueue.class);
  }

  /** As the system sees it: only an InstantSource. */
  private static InstantSource asSource(SandboxClock clock) {
    return () -> clock.instant();
  }

  /** The person signs up and connects; the answer is who that is here. */
  UUID connect(Person person) {
    var user = UUID.randomUUID();
    var now = clock.instant();
    execute(
        "INSERT INTO users (id, display_name, created_at, updated_at) VALUES ('%s', '%s', '%s', '%s')"
            .formatted(user, person.key(), now, now));
    var profile = sandbox.books().profile(person, now);
    var issued = sandbox.issueTokens(person.key());
    var id = profile.get("id").asText();
    var account = new Found(profile.path("account_id").asText(id), id, person.key(), null);
    var tokens =
        new Granted(
            new AccessToken(issued.accessToken()),
            new RefreshToken(issued.refreshToken()),
            Duration.ofHours(1),
            Set.of());
    var outcome = context.getBean(Connecting.class).connect(user, SPOTIFY, account, tokens);
    if (!(outcome instanceof Connected)) {
      throw new IllegalStateException(person.key() + " is not connected: " + outcome);
    }
    return user;
  }

  /** Everything that the person has, as if they had asked for it. */
  void syncAll(UUID user) {
    var answers = context.getBean(SyncRequests.class).request(user, SPOTIFY, Set.of());
    context.getBean(JobMessages.class).sendStarted(answers);
    deliverAll();
  }

  /** Everything that is due, as the scheduler starts it. */
  void syncDue() {
    context
        .getBean(JobMessages.class)
        .send(context.getBean(SyncRequests.class).startDue(10_000), Duration.ZERO);
    deliverAll();
  }

  void deliverAll() {
    var waiting = new ArrayDeque<UUID>();
    while (true) {
      for (var sent : List.copyOf(queue.sent)) {
        if (sent.queue().equals(QUEUE)) {
          if (sent.delay().isPositive()) {
            clock.advance(sent.delay());
          }
          waiting.add(sent.id());
          queue.sent.remove(sent);
        }
      }
      var next = waiting.poll();
      if (next == null) {
        return;
      }
      context.getBean(FetchJob.class).run(next, World.PLENTY);
    }
  }

  /** Facts in catalogue and history. */
  List<Long> facts() {
    var counts = new ArrayList<Long>();
    for (var table :
        List.of(
            "catalog.items",
            "catalog.item_versions",
            "catalog.popularity",
            "history.lists",
            "history.memberships",
            "history.plays")) {
      counts.add(Long.parseLong(rows("SELECT count(*) FROM " + table).getFirst().getFirst()));
    }
    return counts;
  }

  void execute(String sql) {
    try (Connection connection = database.asApp();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The rows that a query answers; columns may be null. */
  List<List<String>> rows(String sql) {
    try (Connection connection = database.asApp();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var found = new ArrayList<List<String>>();
      while (rows.next()) {
        var row = new ArrayList<String>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          row.add(rows.getString(column));
        }
        found.add(row);
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    context.close();
    sandbox.close();
    database.close();
  }
}
