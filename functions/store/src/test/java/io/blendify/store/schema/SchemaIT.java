package io.blendify.store.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blendify.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SchemaIT {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Pattern MIGRATION = Pattern.compile("V([1-9][0-9]*)__[a-z][a-z_]*\\.sql");

  private static final String APPEND_ONLY =
      """
      SELECT c.oid::regclass FROM pg_class c
      WHERE c.relkind IN ('r', 'p')
        AND (c.relnamespace IN ('catalog'::regnamespace, 'history'::regnamespace)
          OR c.oid IN ('consents'::regclass, 'blend_scores'::regclass))
      ORDER BY 1
      """;

  /** DESIGN 11, in its words and order. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          "user_top_tracks",
          "track_id, track_name, artist_name, album_name, album_art_url, duration_ms, isrc,"
              + " time_range, rank, track_metadata",
          "user_top_artists",
          "artist_id, artist_name, image_url, genres, popularity, follower_count, time_range,"
              + " rank, artist_metadata",
          "user_recently_played",
          "track_id, track_name, artist_name, album_name, album_art_url, duration_ms, played_at,"
              + " isrc, track_metadata",
          "user_playlists",
          "playlist_id, playlist_name, description, image_url, track_count, follower_count,"
              + " is_public, is_owner, owner_name, playlist_url, playlist_metadata",
          "user_playlist_tracks",
          "playlist_id, track_id, track_name, artist_name, album_name, album_art_url,"
              + " duration_ms, added_at, added_by, isrc, track_position, track_metadata",
          "user_saved_tracks",
          "track_id, track_name, artist_name, album_name, album_art_url, duration_ms, saved_at,"
              + " popularity, isrc, track_metadata",
          "user_saved_albums",
          "album_id, album_name, artist_name, image_url, release_date, total_tracks, saved_at,"
              + " album_type, genres, album_metadata",
          "user_followed_artists",
          "artist_id, artist_name, image_url, genres, popularity, follower_count, artist_url,"
              + " artist_metadata");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void migrationsAreNamedAlikeAndCountUpWithoutAGap() throws Exception {
    var versions = new TreeMap<Integer, String>();
    try (var files = Files.list(Path.of("../../schema"))) {
      for (var file : files.map(path -> path.getFileName().toString()).toList()) {
        if (file.endsWith(".sql")) {
          var name = MIGRATION.matcher(file);
          assertThat(name.matches()).as(file).isTrue();
          assertThat(versions.put(Integer.valueOf(name.group(1)), file)).as(file).isNull();
        }
      }
    }
    assertThat(versions.firstKey()).isEqualTo(1);
    assertThat(versions.lastKey()).isEqualTo(versions.size());
  }

  @Test
  void theReadingViewsHaveExactlyTheDocumentedColumns() throws Exception {
    try (var app = DATABASE.asApp()) {
      for (var view : COLUMNS.entrySet()) {
        var all = "id, user_id, provider, " + view.getValue() + ", fetched_at";
        assertThat(columns(app, view.getKey())).as(view.getKey()).isEqualTo(all);
        assertThat(columns(app, "current_" + view.getKey())).as(view.getKey()).isEqualTo(all);
      }
      assertThat(Ask.rows(app, "SELECT viewname FROM pg_views WHERE schemaname = 'public'"))
          .hasSize(2 * COLUMNS.size());
    }
  }

  @Test
  void theFunctionsMayAddRowsAndNeverChangeOrRemoveThem() throws Exception {
    try (var app = DATABASE.asApp()) {
      var tables = Ask.rows(app, APPEND_ONLY);
      assertThat(tables).contains("history.plays", "catalog.items", "consents");
      for (var table : tables) {
        assertThat(Ask.one(app, "SELECT has_table_privilege(?, 'INSERT')", table)).isEqualTo("t");
        for (var change : changes(app, table)) {
          assertThatThrownBy(() -> Ask.run(app, change))
              .as(change)
              .isInstanceOfSatisfying(
                  SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
      }
    }
  }

  @Test
  void noBodyElseMayEither() throws Exception {
    for (var connect : List.of(DATABASE.asOwner(), DATABASE.asSuperuser())) {
      try (connect) {
        for (var table : Ask.rows(connect, APPEND_ONLY)) {
          for (var change : changes(connect, table)) {
            assertThatThrownBy(() -> Ask.run(connect, change))
                .as(change)
                .hasMessageContaining("rows are added, never changed or removed");
          }
        }
      }
    }
  }

  @Test
  void nothingLacksAComment() throws Exception {
    try (var owner = DATABASE.asOwner()) {
      assertThat(
              Ask.rows(
                  owner,
                  "SELECT what FROM ("
                      + DataDictionary.EVERYTHING
                      + ") AS e WHERE comment IS NULL"))
          .isEmpty();
    }
  }

  @Test
  void aCommentSaysWhatNullMeansWhereAColumnCanBeNull() throws Exception {
    try (var owner = DATABASE.asOwner()) {
      assertThat(
              Ask.rows(
                  owner,
                  """
                  SELECT a.attrelid::regclass || '.' || a.attname
                  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                  WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND NOT a.attnotnull
                    AND c.relnamespace IN ('public'::regnamespace, 'catalog'::regnamespace,
                                           'history'::regnamespace, 'taste'::regnamespace)
                    AND c.relname <> 'flyway_schema_history'
                    AND coalesce(col_description(c.oid, a.attnum), '') !~* 'null'
                  """))
          .isEmpty();
    }
  }

  @Test
  void everyForeignKeyHasAnIndexSoThatErasingReadsNoWholeTable() throws Exception {
    try (var owner = DATABASE.asOwner()) {
      assertThat(
              Ask.rows(
                  owner,
                  """
                  SELECT k.conrelid::regclass || ' ' || k.conname FROM pg_constraint k
                  WHERE k.contype = 'f' AND NOT EXISTS (
                    SELECT FROM pg_index i
                    WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1])
                    AND k.conrelid <> 'taste.listeners'::regclass
                  """))
          .isEmpty();
    }
  }

  private static List<String> changes(Connection connection, String table) throws SQLException {
    var column =
        Ask.one(
            connection,
            "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = ?::regclass AND attnum = 2",
            table);
    return List.of(
        "UPDATE " + table + " SET " + column + " = " + column,
        "DELETE FROM " + table,
        "TRUNCATE " + table + " CASCADE");
  }

  private static String columns(Connection connection, String view) throws SQLException {
    return Ask.one(
        connection,
        """
        SELECT string_agg(column_name, ', ' ORDER BY ordinal_position)
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ?
        """,
        view);
  }
}
