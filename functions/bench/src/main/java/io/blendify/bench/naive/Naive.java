package io.blendify.bench.naive;

import io.blendify.store.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
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
public final class Naive implements AutoCloseable {

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
          "AND c.track_id NOT IN (SELECT n.track_id FROM naive.user_saved_tracks n WHERE n.user_id"
              + " = ?)",
          "user_playlist_tracks",
          "AND (c.playlist_id, c.track_id) NOT IN (SELECT n.playlist_id, n.track_id FROM"
              + " naive.user_playlist_tracks n WHERE n.user_id = ?)",
          "user_recently_played",
          "ORDER BY played_at DESC LIMIT 50");

  private final InstantSource clock;
  private final Connection connection;
  private final Map<String, String> inserts = new LinkedHashMap<>();

  public Naive(TestDatabase database, InstantSource clock) throws SQLException {
    this.clock = clock;
    connection = database.asSuperuser();
    execute("CREATE SCHEMA naive");
    for (var table : TABLES) {
      execute(
          """
          CREATE TABLE naive.%1$s AS SELECT * FROM %1$s WITH NO DATA;
          ALTER TABLE naive.%1$s DROP COLUMN id;
          ALTER TABLE naive.%1$s ADD COLUMN id uuid PRIMARY KEY DEFAULT gen_random_uuid();
          CREATE INDEX ON naive.%1$s (user_id, provider);
          CREATE INDEX ON naive.%1$s (fetched_at)
          """
              .formatted(table));
    }
    execute("CREATE INDEX ON naive.user_recently_played (played_at)");
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
  public long sync(UUID user) throws SQLException {
    long rows = 0;
    for (var insert : inserts.values()) {
      try (var statement = connection.prepareStatement(insert)) {
        statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
        for (int index = 2;
            index <= statement.getParameterMetaData().getParameterCount();
            index++) {
          statement.setObject(index, user);
        }
        rows += statement.executeUpdate();
      }
    }
    return rows;
  }

  /** Tables, indexes and what is stored out of line. */
  public long bytes() throws SQLException {
    return Long.parseLong(
        text(
            "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c WHERE c.relkind = 'r'"
                + " AND c.relnamespace = 'naive'::regnamespace"));
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
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
