package io.blendify.bench.sync;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * What anybody would write first (DESIGN, section 11): the reading views' columns as plain tables,
 * the full JSON in every row, every row again at each sync; of saved tracks and of what playlists
 * hold only the new ones. It is fed from our own views, so that it holds the same facts.
 */
final class Naive {

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

  private final Engine engine;

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
  }

  /** A sync of that person, as of now; the answer is how many rows it wrote. */
  long sync(UUID user) throws SQLException {
    long before = rows();
    for (var table : TABLES) {
      var condition =
          switch (table) {
            case "user_saved_tracks" ->
                "AND NOT EXISTS (SELECT FROM naive.user_saved_tracks n WHERE n.user_id = c.user_id"
                    + " AND n.track_id = c.track_id)";
            case "user_playlist_tracks" ->
                "AND NOT EXISTS (SELECT FROM naive.user_playlist_tracks n WHERE n.user_id ="
                    + " c.user_id AND n.playlist_id = c.playlist_id AND n.track_id = c.track_id)";
            case "user_recently_played" -> "ORDER BY played_at DESC LIMIT 50";
            default -> "";
          };
      var columns =
          text(
              "SELECT string_agg(column_name, ', ') FROM information_schema.columns WHERE"
                  + " table_schema = 'naive' AND table_name = '%s'".formatted(table)
                  + " AND column_name NOT IN ('id', 'fetched_at')");
      engine.execute(
          "INSERT INTO naive.%1$s (%2$s, fetched_at) SELECT %2$s, '%5$s' FROM current_%1$s c WHERE user_id = '%3$s' %4$s"
              .formatted(table, columns, user, condition, engine.clock.instant()));
    }
    return rows() - before;
  }

  long rows() throws SQLException {
    long rows = 0;
    for (var table : TABLES) {
      rows += engine.number("SELECT count(*) FROM naive." + table);
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
    try (var connection = engine.database.asSuperuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
