package io.blendify.bench.sync;

import io.blendify.bench.Figure;
import io.blendify.bench.Measured;
import io.blendify.sandbox.world.WorldOptions;
import java.sql.SQLException;
import java.time.Duration;
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
    try (var engine = new Engine(WorldOptions.defaults().withTopDepth(200))) {
      var naive = new Naive(engine);
      var user = engine.connect(engine.sandbox.world().demoPeople().getFirst());
      engine.sync(user);
      naive.sync(user);
      engine.clock.advance(Duration.ofMinutes(1));
      engine.sync(user);

      long facts = engine.number(FACTS);
      long elsewhere = engine.number(ELSEWHERE);
      long wal = engine.wal();
      long start = System.nanoTime();
      engine.sync(user);
      long time = System.nanoTime() - start;
      wal = engine.wal() - wal;
      facts = engine.number(FACTS) - facts;
      elsewhere = engine.number(ELSEWHERE) - elsewhere;
      long jobs =
          engine.number(
              "SELECT count(DISTINCT (resource, list_key)) FROM provider_sync_status WHERE"
                  + " resource <> 'playlist_tracks'");

      long naiveWal = engine.wal();
      start = System.nanoTime();
      long naiveRows = naive.sync(user);
      long naiveTime = System.nanoTime() - start;
      naiveWal = engine.wal() - naiveWal;
      result.accept(Measured.times("resync.facts", facts, "rows", naiveRows));
      result.accept(Measured.times("resync.elsewhere", elsewhere, "rows", jobs));
      result.accept(Measured.times("resync.wal", wal, "bytes", naiveWal));
      say.accept("time: ours asks the provider and compares; the naive one only writes");
      result.accept(Measured.times("resync.time", time / 1e6, "ms", naiveTime / 1e6));
    }
  }
}
