package io.blendify.fetcher;

import io.blendify.core.ProviderId;
import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.ProfileOutcome.Found;
import io.blendify.core.provider.RefreshToken;
import io.blendify.core.provider.TokenOutcome.Granted;
import io.blendify.core.queue.QueueName;
import io.blendify.core.sync.Resource;
import io.blendify.core.sync.Trigger;
import io.blendify.store.TestDatabase;
import io.blendify.store.connection.ConnectOutcome.Connected;
import io.blendify.store.connection.Connecting;
import io.blendify.store.connection.TokenCipher;
import io.blendify.store.sync.NewJob;
import io.blendify.store.sync.OutgoingJob;
import io.blendify.store.sync.SyncJob;
import io.blendify.store.sync.SyncJobs;
import io.blendify.store.sync.SyncStatus;
import io.blendify.store.sync.SyncStatuses;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A database, a provider that does what a test wants, a queue and a clock that stand still. */
final class World implements AutoCloseable {

  static final ProviderId FAKE = new ProviderId("fake");
  static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  static final QueueName QUEUE = QueueName.fetch(FAKE);

  /** Enough for whatever a test does. */
  static final TimeLeft PLENTY = () -> Duration.ofMinutes(5);

  final TestDatabase database = TestDatabase.fresh();
  final Map<Resource, FakeListing> listings = new EnumMap<>(Resource.class);
  final ApplicationContext context;
  final FakeQueue queue;
  final FakeSignIn signIn;
  Instant now = NOON;
  UUID user = UUID.randomUUID();
  UUID connection = UUID.randomUUID();

  World(Map<String, Object> settings) {
    var properties = new HashMap<String, Object>(database.properties());
    properties.put("fetcher.fakes", "true");
    properties.put("blendify.token-keyset", TokenCipher.newKeyset());
    properties.put("spotify.client-id", "nobody");
    properties.put("blendify.sync.jitter", "0");
    properties.putAll(settings);
    for (var resource : Resource.values()) {
      listings.put(resource, new FakeListing(resource));
    }
    var singletons = new ArrayList<Object>(listings.values());
    singletons.add((InstantSource) () -> now);
    context =
        ApplicationContext.builder()
            .properties(properties)
            .singletons(singletons.toArray())
            .start();
    queue = context.findBean(FakeQueue.class).orElseGet(FakeQueue::new);
    signIn = context.getBean(FakeSignIn.class);
  }

  /** Everything as at first, with a new person who has just connected. */
  void begin() {
    now = NOON;
    listings.values().forEach(FakeListing::reset);
    queue.reset();
    signIn.instead = null;
    signIn.renewals = 0;
    execute("DELETE FROM provider_throttle");
    user = UUID.randomUUID();
    execute(
        "INSERT INTO users (id, display_name, created_at, updated_at) VALUES ('%s', 'Mira', '%s', '%s')"
            .formatted(user, now, now));
    var account = new Found("account-" + user, "mira", "Mira", null);
    var tokens =
        new Granted(
            new AccessToken("first"), new RefreshToken("refresh"), Duration.ofDays(900), Set.of());
    var outcome = context.getBean(Connecting.class).connect(user, FAKE, account, tokens);
    connection = ((Connected) outcome).connection().id();
  }

  FakeListing listing(Resource resource) {
    return listings.get(resource);
  }

  UUID job(Resource resource) {
    return job(resource, "", Trigger.PERSON);
  }

  UUID job(Resource resource, String listKey, Trigger trigger) {
    var job =
        new NewJob(
            UUID.randomUUID(), user, connection, FAKE, resource.label(), listKey, trigger, "{}");
    var written = context.getBean(SyncJobs.class).insert(List.of(job), now, now);
    return written.stream().map(OutgoingJob::id).findFirst().orElseThrow();
  }

  /** Delivers the job's message. */
  void deliver(UUID job) {
    context.getBean(FetchJob.class).run(job, PLENTY);
  }

  /** A sync from the wish to the end, whatever comes between. */
  SyncJob sync(Resource resource) {
    return sync(resource, "", Trigger.PERSON);
  }

  SyncJob sync(Resource resource, String listKey, Trigger trigger) {
    var job = job(resource, listKey, trigger);
    deliver(job);
    deliverAll();
    return read(job);
  }

  /** Delivers what was sent, and what that sends, each in its time. */
  void deliverAll() {
    var waiting = new ArrayDeque<UUID>();
    while (true) {
      for (var sent : List.copyOf(queue.sent)) {
        if (sent.queue().equals(QUEUE)) {
          now = now.plus(sent.delay());
          waiting.add(sent.id());
          queue.sent.remove(sent);
        }
      }
      var next = waiting.poll();
      if (next == null) {
        return;
      }
      deliver(next);
    }
  }

  SyncJob read(UUID job) {
    return context.getBean(SyncJobs.class).find(job).orElseThrow();
  }

  SyncStatus status(Resource resource) {
    return status(resource, "");
  }

  SyncStatus status(Resource resource, String listKey) {
    return context
        .getBean(SyncStatuses.class)
        .find(connection, resource.label(), listKey)
        .orElseThrow();
  }

  void execute(String sql) {
    try (var connection = database.asApp();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The rows that a query answers, their columns joined by blanks; {@code :user} is the person. */
  List<String> rows(String sql) {
    try (var connection = database.asApp();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql.replace(":user", "'" + user + "'"))) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        var row = new ArrayList<String>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          row.add(rows.getString(column));
        }
        found.add(String.join(" ", row));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  long count(String table) {
    return Long.parseLong(rows("SELECT count(*) FROM " + table).getFirst());
  }

  /** All of history and the catalogue: what must not grow where nothing has changed. */
  List<Long> facts() {
    return List.of(
        count("catalog.items"),
        count("catalog.item_versions"),
        count("catalog.popularity"),
        count("history.lists"),
        count("history.memberships"),
        count("history.plays"));
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
