package io.blendify.bench.sync;

import io.blendify.bench.Figure;
import io.blendify.bench.Measured;
import io.blendify.core.history.Observation;
import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.Cursor;
import io.blendify.core.provider.FetchOutcome.Page;
import io.blendify.core.provider.Listing;
import io.blendify.core.provider.ListingRequest;
import io.blendify.core.sync.Resource;
import io.blendify.core.sync.Trigger;
import io.blendify.sandbox.world.Person;
import io.blendify.sandbox.world.WorldOptions;
import io.blendify.store.TestDatabase;
import io.blendify.store.connection.Connections;
import io.blendify.store.sync.Completion;
import io.blendify.store.sync.Leases;
import io.blendify.store.sync.NewJob;
import io.blendify.store.sync.Progress;
import io.blendify.store.sync.SyncCompletions;
import io.blendify.store.sync.SyncJobs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/**
 * Rows appended a second: what was fetched is handed to the store as the fetcher does, listing by
 * listing; against COPY of the same rows into the same tables.
 */
public final class Ingest implements Figure {

  private static final int PEOPLE = 10;
  private static final int ROUNDS = 3;

  private static final List<String> TABLES =
      List.of(
          "catalog.items",
          "catalog.item_versions",
          "catalog.popularity",
          "history.lists",
          "history.memberships",
          "history.plays");

  /** One listing of one person, as it was fetched, and the job that asked for it. */
  private record Fetched(UUID job, List<Observation> all) {}

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public String what() {
    return "rows of history and catalogue appended a second, against COPY of the same rows";
  }

  @Override
  public void measure(Consumer<String> say, Consumer<Measured> result)
      throws SQLException, IOException {
    double ours = 0;
    double copied = 0;
    for (int round = 0; round < ROUNDS; round++) {
      try (var engine = new Engine(WorldOptions.defaults().withMoreSaved(2_500))) {
        var fetched = fetch(engine);
        long start = System.nanoTime();
        for (var one : fetched) {
          append(engine, one);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long rows = rows(engine);
        double copy = copy(engine);
        ours = Math.max(ours, rows / seconds);
        copied = Math.max(copied, rows / copy);
        say.accept(
            "%d rows of %d listings: ours %.2f s, COPY %.2f s"
                .formatted(rows, fetched.size(), seconds, copy));
      }
    }
    result.accept(Measured.times("ingest", ours, "rows/s", copied));
  }

  private static List<Fetched> fetch(Engine engine) throws SQLException {
    var fetched = new ArrayList<Fetched>();
    var listings = engine.context.getBeansOfType(Listing.class);
    var people = engine.sandbox.world().people().stream().filter(one -> !one.isNew());
    for (var person : people.limit(PEOPLE).toList()) {
      var user = engine.connect(person);
      var token = new AccessToken(engine.sandbox.issueTokens(person.key()).accessToken());
      for (var listing : listings) {
        for (var key : keys(engine, person, listing.resource())) {
          var all = all(listing, token, key);
          if (!all.isEmpty()) {
            fetched.add(new Fetched(job(engine, user, listing.resource(), key), all));
          }
        }
      }
    }
    return fetched;
  }

  private static List<String> keys(Engine engine, Person person, Resource resource) {
    return switch (resource) {
      case TOP_TRACKS, TOP_ARTISTS -> Resource.TIME_RANGES;
      case PLAYLIST_TRACKS ->
          engine.sandbox.world().playlists(person, engine.clock.instant()).stream()
              .map(playlist -> playlist.id())
              .toList();
      default -> List.of("");
    };
  }

  private static List<Observation> all(Listing listing, AccessToken token, String key) {
    var all = new ArrayList<Observation>();
    Cursor cursor = null;
    do {
      if (!(listing.page(new ListingRequest(token, key, cursor, null)) instanceof Page page)) {
        return all;
      }
      all.addAll(page.observations());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  /** The scheduler's part. */
  private static UUID job(Engine engine, UUID user, Resource resource, String listKey) {
    var now = engine.clock.instant();
    var connection =
        engine.context.getBean(Connections.class).find(user, Engine.SPOTIFY).orElseThrow();
    var job =
        new NewJob(
            UUID.randomUUID(),
            user,
            connection.id(),
            Engine.SPOTIFY,
            resource.label(),
            listKey,
            Trigger.SCHEDULE,
            "{}");
    engine.context.getBean(SyncJobs.class).insert(List.of(job), now, now);
    return job.id();
  }

  /** The fetcher's part: it claims the job, and ends it with all that was read. */
  private static void append(Engine engine, Fetched one) {
    var now = engine.clock.instant();
    var claimed = engine.context.getBean(Leases.class).claim(one.job()).orElseThrow();
    var reached = new Progress(null, 0, one.all().size(), 1, 0, false, null);
    var completion = new Completion(true, null, false, null, null, null, now);
    engine
        .context
        .getBean(SyncCompletions.class)
        .complete(claimed, one.all(), reached, completion, false);
  }

  private static long rows(Engine engine) throws SQLException {
    long rows = 0;
    for (var table : TABLES) {
      rows += engine.number("SELECT count(*) FROM " + table);
    }
    return rows;
  }

  /** The seconds that COPY takes for the same rows in a fresh database. */
  private static double copy(Engine engine) throws SQLException, IOException {
    Map<String, byte[]> rows = new LinkedHashMap<>();
    try (var from = engine.database.asSuperuser();
        var fresh = TestDatabase.fresh();
        var into = fresh.asSuperuser()) {
      for (var table : TABLES) {
        var bytes = new ByteArrayOutputStream();
        from.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", bytes);
        rows.put(table, bytes.toByteArray());
      }
      try (var users = into.createStatement()) {
        for (var user : users(engine)) {
          users.execute(
              "INSERT INTO users (id, display_name, created_at, updated_at) VALUES ('%s', 'u', '2026-01-01', '2026-01-01')"
                  .formatted(user));
        }
      }
      long start = System.nanoTime();
      for (var table : rows.entrySet()) {
        into.unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "COPY " + table.getKey() + " FROM STDIN",
                new ByteArrayInputStream(table.getValue()));
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private static List<String> users(Engine engine) throws SQLException {
    var users = new ArrayList<String>();
    try (var connection = engine.database.asSuperuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT id FROM users")) {
      while (rows.next()) {
        users.add(rows.getString(1));
      }
    }
    return users;
  }
}
