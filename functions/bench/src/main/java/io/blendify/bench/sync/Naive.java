package io.blendify.bench.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What anybody would write first (DESIGN, section 11): the reading views' columns as plain tables,
 * the full JSON in every row, every row again at each sync; of saved tracks and of what playlists
 * hold only the new ones. It is fed from our own views, so that it holds the same facts.
 */
final class Naive implements AutoCloseable {

  private static final List<String> TABLES =
      List.of(
          "user_top_tracks",
          "user_top_artists",
          "user_recently_played",
          "user_playlists",
          "user_playlist_tracks",
          "user_saved_tracks",
          "user_saved_albums",
          "user_followed_artists");

  private static final Map<String, String> ONLY =
      Map.of(
          "user_saved_tracks",
          "AND NOT EXISTS (SELECT FROM naive.user_saved_tracks n WHERE n.user_id = c.user_id"
              + " AND n.track_id = c.track_id)",
          "user_playlist_tracks",
          "AND NOT EXISTS (SELECT FROM naive.user_playlist_tracks n WHERE n.user_id = c.user_id"
              + " AND n.playlist_id = c.playlist_id AND n.track_id = c.track_id)",
          "user_recently_played",
          "ORDER BY played_at DESC LIMIT 50");

  private final Engine engine;
  private final Connection connection;
  private final Map<String, String> inserts = new LinkedHashMap<>();

  Naive(Engine engine) throws SQLException {
    this.engine = engine;
    engine.execute("CREATE SCHEMA naive");
    for (var table : TABLES) {
      engine.execute(
          """
          CREATE TABLE naive.%1$s AS SELECT * FROM %1$s WITH NO DATA;
          ALTER TABLE naive.%1$s DROP COLUMN id;
          ALTER TABLE naive.%1$s ADD COLUMN id uuid PRIMARY KEY DEFAULT gen_random_uuid();
          CREATE INDEX ON naive.%1$s (user_id, provider);
          CREATE INDEX ON naive.%1$s (fetched_at)
          """
              .formatted(table));
    }
    engine.execute("CREATE INDEX ON naive.user_recently_played (played_at)");
    connection = engine.database.asSuperuser();
    for (var table : TABLES) {
      inserts.put(table, insert(table));
    }
  }

  private String insert(String table) throws SQLException {
    var columns =
        text(
            "SELECT string_agg(column_name, ', ') FROM information_schema.columns WHERE"
                + " table_schema = 'naive' AND table_name = '%s'".formatted(table)
                + " AND column_name NOT IN ('id', 'fetched_at')");
    return "INSERT INTO naive.%1$s (%2$s, fetched_at) SELECT %2$s, ? FROM current_%1$s c WHERE user_id = ? %3$s"
        .formatted(table, columns, ONLY.getOrDefault(table, ""));
  }

  /** A sync of that person, as of now; the answer is how many rows it wrote. */
  long sync(UUID user) throws SQLException {
    long rows = 0;
    for (var insert : inserts.values()) {
      try (var statement = connection.prepareStatement(insert)) {
        statement.setObject(1, engine.clock.instant().atOffset(ZoneOffset.UTC));
        statement.setObject(2, user);
        rows += statement.executeUpdate();
      }
    }
    return rows;
  }

  /** Tables, indexes and what is stored out of line. */
  long bytes() throws SQLException {
    return engine.number(
        "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c WHERE c.relkind = 'r'"
            + " AND c.relnamespace = 'naive'::regnamespace");
  }

  private String text(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
