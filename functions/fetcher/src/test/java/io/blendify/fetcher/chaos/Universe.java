package io.blendify.fetcher.chaos;

import io.blendify.core.ProviderId;
import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.ProfileOutcome.Found;
import io.blendify.core.provider.RefreshToken;
import io.blendify.core.provider.TokenOutcome.Granted;
import io.blendify.fetcher.FetcherHandler;
import io.blendify.fetcher.SeededTime;
import io.blendify.sandbox.SandboxClock;
import io.blendify.sandbox.spotify.SpotifyApp;
import io.blendify.sandbox.spotify.SpotifySandbox;
import io.blendify.sandbox.world.Person;
import io.blendify.sandbox.world.WorldOptions;
import io.blendify.scheduler.SchedulerHandler;
import io.blendify.store.TestDatabase;
import io.blendify.store.connection.ConnectOutcome.Connected;
import io.blendify.store.connection.Connecting;
import io.blendify.store.connection.TokenCipher;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The whole engine as it is deployed, made once for all seeds: scheduler, fetcher, Spotify's
 * adapter, PostgreSQL, SQS and the sandbox. Only the clock is the simulation's.
 */
final class Universe implements SeededTime.Source, Edges.Passage, AutoCloseable {

  static {
    System.setProperty("blendify.log.level", "off");
  }

  static final ProviderId SPOTIFY = new ProviderId("spotify");

  final SandboxClock clock = SandboxClock.frozenAt(Instant.parse("2026-02-01T00:00:00Z"));
  final SpotifySandbox sandbox;
  final Post post;
  final ApplicationContext context;
  final FetcherHandler fetcher;
  final SchedulerHandler scheduler;
  private final TestDatabase database = TestDatabase.fresh();
  private final Connection eye;

  /** For what happens outside of any worker. */
  SplittableRandom chance = new SplittableRandom(0);

  Universe() {
    try {
      var options = WorldOptions.defaults().withLargeLibrary(700).withTopDepth(60);
      sandbox = SpotifySandbox.start(io.blendify.sandbox.world.World.of(options), clock, 0);
      post = new Post(clock);
      eye = database.asSuperuser();
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox did not start", e);
    }
    remember();
    context = start();
    fetcher = new FetcherHandler(context);
    scheduler = new SchedulerHandler(context);
  }

  /** The audit asks when everything was read, of jobs too that the scheduler has forgotten. */
  private void remember() {
    execute(
        """
        CREATE TABLE forgotten_jobs (LIKE sync_jobs);
        CREATE VIEW all_jobs AS TABLE sync_jobs UNION ALL TABLE forgotten_jobs;
        CREATE FUNCTION remember() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
        BEGIN
          INSERT INTO public.forgotten_jobs SELECT OLD.*;
          RETURN NULL;
        END
        $$;
        GRANT EXECUTE ON FUNCTION remember() TO blendify_eraser;
        CREATE TRIGGER remember AFTER DELETE ON sync_jobs FOR EACH ROW EXECUTE FUNCTION remember()
        """);
  }

  private ApplicationContext start() {
    try {
      DriverManager.registerDriver(new ChaosDriver());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    var properties = new HashMap<String, Object>(database.properties());
    properties.put(
        "blendify.database.url", database.url().replaceFirst("jdbc:", ChaosDriver.PREFIX));
    properties.put("datasources.default.driver-class-name", ChaosDriver.class.getName());
    properties.put("blendify.database.pool-size", "6");
    properties.put("fetcher.chaos", "true");
    properties.put("blendify.token-keyset", TokenCipher.newKeyset());
    properties.put("spotify.client-id", SpotifyApp.standard().clientId());
    properties.put("spotify.client-secret", SpotifyApp.standard().secret());
    properties.put("spotify.api-url", sandbox.origin() + "/v1");
    properties.put("spotify.accounts-url", sandbox.origin().toString());
    properties.put("blendify.queues.fetch-spotify", post.fetch);
    properties.put("blendify.queues.taste", post.taste);
    properties.put("blendify.fetcher.entries-in-memory", "120");
    properties.put("blendify.sync.plays-every", "8h");
    properties.put("blendify.sync.tops-every", "24h");
    properties.put("blendify.sync.sets-every", "16h");
    properties.put("blendify.sync.playlists-every", "12h");
    properties.put("blendify.sync.full-every", "1d");
    properties.put("blendify.scheduler.jobs-kept", "1d");
    return ApplicationContext.builder()
        .properties(properties)
        .singletons((InstantSource) () -> clock.instant(), this)
        .start();
  }

  @Override
  public RandomGenerator chance() {
    var worker = Worker.here();
    return worker == null ? chance : worker.chance;
  }

  @Override
  public void passes(Duration time) {
    clock.advance(time);
  }

  @Override
  public void takesTime() {
    clock.advance(Duration.ofMillis(chance().nextInt(20, 400)));
  }

  @Override
  public void posted(Collection<UUID> ids, Duration delay) {
    post.posted(ids, delay);
  }

  /** Everything as if nobody had ever been here. */
  void begin(Instant now, SplittableRandom seeded) {
    chance = seeded;
    clock.set(now);
    sandbox.faults().clear();
    sandbox.requests().clear();
    post.purge();
    execute("SET session_replication_role = replica");
    var tables =
        rows(
            """
            SELECT string_agg(c.oid::regclass::text, ', ')
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname IN ('public', 'catalog', 'history', 'taste')
              AND c.relname NOT IN ('flyway_schema_history', 'provider_terms')
            """);
    execute("TRUNCATE " + tables.getFirst().getFirst() + " RESTART IDENTITY");
  }

  /** The person connects, for the first time or again. */
  UUID connect(Person person, UUID user) {
    var now = clock.instant();
    if (rows("SELECT 1 FROM users WHERE id = '" + user + "'").isEmpty()) {
      execute(
          "INSERT INTO users (id, display_name, created_at, updated_at) VALUES ('%s', '%s', '%s', '%s')"
              .formatted(user, person.key(), now, now));
    }
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
    if (!(outcome instanceof Connected(var connection))) {
      throw new IllegalStateException(person.key() + " is not connected: " + outcome);
    }
    return connection.id();
  }

  /** The server ends every connection of the functions. */
  void restartDatabase() {
    rows(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename ="
            + " 'blendify_app'");
  }

  /** As a superuser, on a connection that no trouble touches. */
  void execute(String sql) {
    try (var statement = eye.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  List<List<String>> rows(String sql) {
    try (var statement = eye.createStatement();
        var rows = statement.executeQuery(sql)) {
      var found = new ArrayList<List<String>>();
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        var row = new ArrayList<String>(columns);
        for (int column = 1; column <= columns; column++) {
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
    post.close();
    sandbox.close();
    database.close();
  }
}
