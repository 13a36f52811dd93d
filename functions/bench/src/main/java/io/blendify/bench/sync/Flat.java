package io.blendify.bench.sync;

import io.blendify.bench.Figure;
import io.blendify.bench.Measured;
import io.blendify.sandbox.world.WorldOptions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What one person's daily sync costs beside a thousand, ten thousand, a hundred thousand others.
 */
public final class Flat implements Figure {

  private static final int REPEATS = 7;

  /** Others, each with 30 saved tracks, 20 plays, their listings and their last jobs. */
  private static final String OTHERS =
      """
      -- What these rows refer to is there: checking each of millions says nothing about a sync.
      SET session_replication_role = replica;
      WITH people AS (
        INSERT INTO users (id, display_name, created_at, updated_at)
        SELECT md5('u' || n)::uuid, 'other', '2026-01-01', '2026-01-01'
        FROM generate_series(%1$d, %2$d) n RETURNING id
      ), connections AS (
        INSERT INTO provider_connections (id, user_id, provider, provider_user_id, status,
          consented_at, created_at, updated_at)
        SELECT id, id, 'spotify', id::text, 'active', '2026-01-01', '2026-01-01', '2026-01-01'
        FROM people RETURNING id
      ), listings AS (
        INSERT INTO provider_sync_status (connection_id, resource, user_id, provider, next_due_at,
          updated_at)
        SELECT id, r, id, 'spotify', '2027-01-01', '2026-01-01'
        FROM connections, unnest(ARRAY['recently_played', 'saved_tracks', 'playlists']) r
      ), jobs AS (
        INSERT INTO sync_jobs (id, user_id, connection_id, provider, resource, trigger, status,
          not_before, created_at, finished_at, updated_at)
        SELECT gen_random_uuid(), id, id, 'spotify', r, 'schedule', 'completed', '2026-05-01',
               '2026-05-01', '2026-05-01', '2026-05-01'
        FROM connections, unnest(ARRAY['recently_played', 'saved_tracks', 'playlists']) r
      ), things AS (
        SELECT v.item_id, v.id, row_number() OVER (ORDER BY v.id) AS place
        FROM catalog.item_versions v JOIN catalog.items i ON i.id = v.item_id
        WHERE i.kind = 'track' ORDER BY v.id LIMIT 30
      ), saved AS (
        INSERT INTO history.memberships (user_id, provider, resource, item_id, version_id, action,
          member_since, observed_at, job_id)
        SELECT c.id, 'spotify', 'saved_tracks', t.item_id, t.id, 'added', '2026-01-01',
               '2026-01-02', c.id
        FROM connections c, things t
      )
      INSERT INTO history.plays (user_id, provider, played_at, item_id, version_id, observed_at,
        job_id)
      SELECT c.id, 'spotify', timestamptz '2026-01-01' + t.place * interval '4 minutes', t.item_id,
             t.id, '2026-01-02', c.id
      FROM connections c, things t WHERE t.place <= 20
      """;

  @Override
  public String name() {
    return "flat";
  }

  @Override
  public String what() {
    return "one person's daily sync beside 1,000, 10,000 and 100,000 others, against 1,000";
  }

  @Override
  public void measure(Consumer<String> say, Consumer<Measured> result) throws SQLException {
    try (var engine = new Engine(WorldOptions.defaults())) {
      var user = engine.connect(engine.sandbox.world().demoPeople().getFirst());
      for (int warm = 0; warm < 4; warm++) {
        daily(engine, user);
      }
      int there = 0;
      double first = 0;
      for (int people : new int[] {1_000, 10_000, 100_000}) {
        say.accept(people + " people");
        for (int from = there + 1; from <= people; from += 10_000) {
          engine.execute(OTHERS.formatted(from, Math.min(people, from + 9_999)));
        }
        there = people;
        engine.execute("ANALYZE");
        double best = Double.MAX_VALUE;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
          best = Math.min(best, daily(engine, user));
        }
        first = first == 0 ? best : first;
        result.accept(Measured.times("flat." + people, best, "ms", first));
      }
    }
  }

  private static double daily(Engine engine, UUID user) {
    engine.clock.advance(Duration.ofDays(1));
    long start = System.nanoTime();
    engine.sync(user);
    return (System.nanoTime() - start) / 1e6;
  }
}
