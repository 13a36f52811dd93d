package io.blendify.bench.sync;

import io.blendify.core.ProviderId;
import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.ProfileOutcome.Found;
import io.blendify.core.provider.RefreshToken;
import io.blendify.core.provider.TokenOutcome.Granted;
import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.blendify.fetcher.FetchJob;
import io.blendify.sandbox.SandboxClock;
import io.blendify.sandbox.spotify.SpotifyApp;
import io.blendify.sandbox.spotify.SpotifySandbox;
import io.blendify.sandbox.world.Person;
import io.blendify.sandbox.world.World;
import io.blendify.sandbox.world.WorldOptions;
import io.blendify.store.TestDatabase;
import io.blendify.store.connection.Connecting;
import io.blendify.store.connection.TokenCipher;
import io.blendify.store.sync.JobMessages;
import io.blendify.store.sync.SyncRequests;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;

/** The real fetcher on a database of its own, against the sandbox over HTTP, on a movable clock. */
final class Engine implements AutoCloseable {

  static final ProviderId SPOTIFY = new ProviderId("spotify");

  final SandboxClock clock = SandboxClock.frozenAt(Instant.parse("2026-05-04T18:00:00Z"));
  final TestDatabase database = TestDatabase.fresh();
  final SpotifySandbox sandbox;
  final ApplicationContext context;
  private final Deque<Sent> queue = new ArrayDeque<>();

  private record Sent(UUID id, Duration delay) {}

  Engine(WorldOptions options) {
    try {
      sandbox = SpotifySandbox.start(World.of(options), clock, 0);
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox did not start", e);
    }
    var properties = new HashMap<String, Object>(database.properties());
    properties.put("blendify.token-keyset", TokenCipher.newKeyset());
    properties.put("spotify.client-id", SpotifyApp.standard().clientId());
    properties.put("spotify.client-secret", SpotifyApp.standard().secret());
    properties.put("spotify.api-url", sandbox.origin() + "/v1");
    properties.put("spotify.accounts-url", sandbox.origin().toString());
    properties.put("blendify.sync.pace", "0s");
    properties.put("blendify.sync.cooldown", "0s");
    MessageQueue sends = this::send;
    context =
        ApplicationContext.builder()
            .properties(properties)
            .singletons((InstantSource) () -> clock.instant(), sends)
            .start();
  }

  private Set<UUID> send(QueueName name, Collection<UUID> ids, Duration delay) {
    if (name.equals(QueueName.fetch(SPOTIFY))) {
      ids.forEach(id -> queue.add(new Sent(id, delay)));
    }
    return Set.of();
  }

  /** The person signs up and connects. */
  UUID connect(Person person) throws SQLException {
    var user = UUID.randomUUID();
    var now = clock.instant();
    execute(
        "INSERT INTO users (id, display_name, created_at, updated_at) VALUES ('%s', '%s', '%s', '%s')"
            .formatted(user, person.key(), now, now));
    var profile = sandbox.books().profile(person, now);
    var issued = sandbox.issueTokens(person.key());
    var id = profile.get("id").asText();
    context
        .getBean(Connecting.class)
        .connect(
            user,
            SPOTIFY,
            new Found(profile.path("account_id").asText(id), id, person.key(), null),
            new Granted(
                new AccessToken(issued.accessToken()),
                new RefreshToken(issued.refreshToken()),
                Duration.ofHours(1),
                Set.of()));
    return user;
  }

  /** Reads everything that the person has; what follows from it, too. */
  void sync(UUID user) {
    var answers = context.getBean(SyncRequests.class).request(user, SPOTIFY, Set.of());
    context.getBean(JobMessages.class).sendStarted(answers);
    var job = context.getBean(FetchJob.class);
    for (var next = queue.poll(); next != null; next = queue.poll()) {
      clock.advance(next.delay());
      job.run(next.id(), () -> Duration.ofMinutes(1));
    }
  }

  void execute(String sql) throws SQLException {
    try (var connection = database.asSuperuser();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The only number that a query answers. */
  long number(String sql) throws SQLException {
    try (var connection = database.asSuperuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** The only text that a query answers. */
  String text(String sql) throws SQLException {
    try (var connection = database.asSuperuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Bytes of the write-ahead log so far. */
  long wal() throws SQLException {
    return number("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
  }

  @Override
  public void close() {
    context.close();
    sandbox.close();
    database.close();
  }
}
