package io.blendify.bench.sync;

import io.blendify.bench.Figure;
import io.blendify.bench.Measured;
import io.blendify.bench.naive.Naive;
import io.blendify.sandbox.world.Person;
import io.blendify.sandbox.world.WorldOptions;
import io.blendify.store.schedule.EndedJobs;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Consumer;

/** Bytes for a user, indexes included, after a first sync and 30 daily ones. */
public final class Storage implements Figure {

  private static final int PEOPLE = 40;
  private static final int DAYS = 30;

  /** As the scheduler has it by default. */
  private static final Duration JOBS_KEPT = Duration.ofDays(7);

  /** All that ours keeps: facts, catalogue, and the rows about the syncs themselves. */
  static final String BYTES =
      """
      SELECT sum(pg_total_relation_size(c.oid))
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname IN ('catalog', 'history', 'public', 'taste')
        AND c.relname <> 'flyway_schema_history'
      """;

  private static final String TABLES =
      """
      SELECT string_agg(line, E'\\n  ' ORDER BY bytes DESC) FROM (
        SELECT pg_total_relation_size(c.oid) AS bytes,
               format('%%s.%%s: %%s kB for each user, of which indexes %%s', n.nspname, c.relname,
                 pg_total_relation_size(c.oid) / 1024 / %1$d,
                 pg_indexes_size(c.oid) / 1024 / %1$d) AS line
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'r' AND n.nspname IN ('catalog', 'history', 'public', 'taste')
        ORDER BY bytes DESC LIMIT 8) t
      """;

  @Override
  public String name() {
    return "storage";
  }

  @Override
  public String what() {
    return "bytes for a user after a first sync and 30 daily ones, against the naive schema";
  }

  @Override
  public void measure(Consumer<String> say, Consumer<Measured> result) throws SQLException {
    var options = WorldOptions.defaults().withTopDepth(100).withMoreSaved(2_500);
    try (var engine = new Engine(options);
        var naive = new Naive(engine.database, engine.clock)) {
      long empty = engine.number(BYTES);
      long emptyNaive = naive.bytes();
      var users = connect(engine);
      for (int day = 0; day <= DAYS; day++) {
        long rows = 0;
        long before = naive.bytes();
        for (var user : users) {
          engine.sync(user);
          rows += naive.sync(user);
        }
        tidyUp(engine);
        if (day == 0 || day == 1 || day % 10 == 0) {
          say.accept(
              "day %d: the naive schema writes %d rows and %d kB for each user"
                  .formatted(day, rows / PEOPLE, (naive.bytes() - before) / 1024 / PEOPLE));
          result.accept(
              Measured.times(
                  "storage.day" + day,
                  (double) (engine.number(BYTES) - empty) / PEOPLE,
                  "bytes",
                  (double) (naive.bytes() - emptyNaive) / PEOPLE));
        }
        if (day == 1 || day == DAYS) {
          say.accept(engine.text(TABLES.formatted(PEOPLE)));
        }
        engine.clock.advance(Duration.ofDays(1));
      }
    }
  }

  /**
   * What happens by itself within a day: the scheduler forgets jobs that ended long ago, and the
   * server makes room of dead rows, in all tables on both sides. Thirty days in minutes leave
   * autovacuum no time for that.
   */
  private static void tidyUp(Engine engine) throws SQLException {
    var now = engine.clock.instant();
    engine.context.getBean(EndedJobs.class).forget(now.minus(JOBS_KEPT), now, Integer.MAX_VALUE);
    engine.execute("VACUUM");
  }

  /** Those with the larger libraries: the naive schema's users count on thousands of rows. */
  private static ArrayList<UUID> connect(Engine engine) throws SQLException {
    var users = new ArrayList<UUID>();
    var people =
        engine.sandbox.world().people().stream()
            .sorted(Comparator.comparingInt(Person::savedTracks).reversed())
            .limit(PEOPLE)
            .toList();
    for (var person : people) {
      users.add(engine.connect(person));
    }
    return users;
  }
}
