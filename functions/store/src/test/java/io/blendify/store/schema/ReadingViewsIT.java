package io.blendify.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.store.TestDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same first sync, told once to history and once to plain tables of the same names. */
class ReadingViewsIT {

  private static final UUID ANN = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000001");
  private static final UUID BEN = UUID.fromString("bbbbbbbb-0000-4000-8000-000000000002");

  private static final List<String> VIEWS =
      List.of(
          "user_top_tracks",
          "user_top_artists",
          "user_recently_played",
          "user_playlists",
          "user_playlist_tracks",
          "user_saved_tracks",
          "user_saved_albums",
          "user_followed_artists");

  private static final String COUNTS =
      """
      SELECT 'top_tracks' as type, COUNT(*) as count FROM user_top_tracks WHERE user_id = ?
      UNION ALL SELECT 'playlists' as type, COUNT(*) FROM user_playlists WHERE user_id = ?
      UNION ALL SELECT 'saved_tracks' as type, COUNT(*) FROM user_saved_tracks WHERE user_id = ?
      """;

  private static final String OVERLAP =
      """
      SELECT t1.track_id, t1.track_name, t1.artist_name FROM user_top_tracks t1
      JOIN user_top_tracks t2 ON t1.track_id = t2.track_id
      WHERE t1.user_id = ? AND t2.user_id = ? AND t1.provider = t2.provider
      """;

  private static final String RECENT =
      """
      SELECT track_name, artist_name, played_at, provider FROM user_recently_played
      WHERE user_id = ? ORDER BY played_at DESC LIMIT 50
      """;

  /** What the provider shows on the first day; rank 5 of every list is not available. */
  private static final String WORLD =
      """
      CREATE SCHEMA world;
      CREATE TABLE world.things AS
      SELECT kind, kind || n AS id, kind || ' called ' || n AS name,
        CASE WHEN kind IN ('track', 'album') AND n % 7 > 0 THEN 'Artist ' || n % 5 END AS artist_name,
        CASE WHEN kind = 'track' THEN 'Album ' || n % 9 END AS album_name,
        CASE WHEN n % 4 > 0 THEN 'https://img.example/' || kind || n END AS image_url,
        CASE WHEN kind = 'track' AND n % 6 > 0 THEN 100000 + n END AS duration_ms,
        CASE WHEN kind = 'track' AND n % 3 > 0 THEN 'ISRC' || n END AS isrc,
        CASE WHEN kind IN ('artist', 'album') AND n % 2 = 0 THEN ARRAY['pop', 'g' || n] END AS genres,
        CASE WHEN n % 5 > 0 AND kind IN ('track', 'artist') THEN n % 100 END::smallint AS popularity,
        CASE WHEN kind = 'artist' THEN n * 1000::bigint END AS follower_count,
        CASE WHEN kind IN ('album', 'playlist') THEN n END AS total_tracks,
        CASE WHEN kind = 'playlist' THEN (ARRAY['acct ann', 'acct ben', 'somebody'])[1 + n % 3] END AS owner_id,
        jsonb_build_object('id', kind || n, 'type', kind, 'deep', jsonb_build_array(n)) AS metadata
      FROM unnest(ARRAY['track', 'artist', 'album', 'playlist']) AS kind, generate_series(1, 60) AS n;
      CREATE TABLE world.people AS SELECT * FROM (VALUES
        (1, 'aaaaaaaa-0000-4000-8000-000000000001'::uuid, 'acct ann', timestamptz '2026-03-01 08:00:00+00'),
        (2, 'bbbbbbbb-0000-4000-8000-000000000002', 'acct ben', timestamptz '2026-03-01 09:00:00+00')) AS p (number, id, account, synced_at);
      CREATE TABLE world.ranked AS
      SELECT p.id AS user_id, p.synced_at, k.kind, r.list_key, place,
        CASE WHEN place <> 5 THEN k.kind || 1 + (place * 7 + p.number * 3 + r.o) % 60 END AS thing
      FROM world.people p, unnest(ARRAY['track', 'artist']) AS k (kind), generate_series(1, 20) AS place,
        (VALUES ('short_term', 1), ('medium_term', 2), ('long_term', 3)) AS r (list_key, o);
      CREATE TABLE world.in_playlists AS
      SELECT p.id AS user_id, p.synced_at, 'playlist' || l AS list_key, place,
        CASE WHEN place <> 5 THEN 'track' || 1 + (place * 11 + l) % 60 END AS thing,
        CASE WHEN place % 3 > 0 THEN timestamptz '2025-01-01' + place * interval '1 day' END AS added_at,
        CASE WHEN place % 4 > 0 THEN 'acct ' || place END AS added_by
      FROM world.people p, generate_series(1, 6) AS l, generate_series(1, 15) AS place;
      CREATE TABLE world.members AS
      SELECT p.id AS user_id, p.synced_at, r.resource, r.kind || n AS thing,
        CASE WHEN r.dated AND n % 5 > 0 THEN timestamptz '2024-06-01' + n * interval '7 hours' END AS since
      FROM world.people p, (VALUES ('saved_tracks', 'track', true), ('saved_albums', 'album', true),
        ('followed_artists', 'artist', false), ('playlists', 'playlist', false)) AS r (resource, kind, dated),
        generate_series(1, 6) AS n;
      CREATE TABLE world.played AS
      SELECT p.id AS user_id, p.synced_at, 'track' || 1 + (n * 13 + p.number) % 60 AS thing, timestamptz '2026-02-28 00:00+00' + n * interval '4 minutes' AS played_at
      FROM world.people p, generate_series(1, 70) AS n;
      """;

  private static final String TO_HISTORY =
      """
      INSERT INTO users (id, display_name, created_at, updated_at) SELECT id, account, synced_at, synced_at FROM world.people;
      INSERT INTO provider_connections (id, user_id, provider, provider_user_id, owner_id, status, consented_at, created_at, updated_at)
      SELECT id, id, 'spotify', account, account, 'active', synced_at, synced_at, synced_at FROM world.people;
      INSERT INTO catalog.items (provider, kind, provider_item_id) SELECT 'spotify', kind, id FROM world.things;
      INSERT INTO catalog.item_versions (item_id, content_hash, name, artist_name, album_name, image_url, duration_ms, isrc, genres,
        release_date, album_type, total_tracks, description, is_public, owner_id, owner_name, url, metadata, first_seen_at)
      SELECT i.id, sha256(t.id::bytea), t.name, t.artist_name, t.album_name, t.image_url, t.duration_ms, t.isrc, t.genres,
        CASE WHEN t.kind = 'album' THEN '2020-01' END, CASE WHEN t.kind = 'album' THEN 'single' END, t.total_tracks,
        CASE WHEN t.kind = 'playlist' THEN 'about ' || t.id END, CASE WHEN t.kind = 'playlist' THEN true END, t.owner_id,
        upper(t.owner_id), 'https://open.example/' || t.id, t.metadata, timestamptz '2026-03-01'
      FROM world.things t JOIN catalog.items i ON i.kind = t.kind AND i.provider_item_id = t.id;
      INSERT INTO catalog.popularity (item_id, observed_at, popularity, follower_count)
      SELECT i.id, timestamptz '2026-03-01', t.popularity, t.follower_count
      FROM world.things t JOIN catalog.items i ON i.provider_item_id = t.id WHERE t.popularity IS NOT NULL OR t.follower_count IS NOT NULL;
      CREATE VIEW world.versions AS SELECT i.provider_item_id AS thing, i.id AS item_id, v.id AS version_id
      FROM catalog.items i JOIN catalog.item_versions v ON v.item_id = i.id;

      INSERT INTO history.lists (user_id, provider, resource, list_key, version_ids, content_hash, observed_at, job_id)
      SELECT r.user_id, 'spotify', 'top_' || r.kind || 's', r.list_key, array_agg(v.version_id ORDER BY r.place), sha256('1'), r.synced_at, r.user_id
      FROM world.ranked r LEFT JOIN world.versions v USING (thing) GROUP BY r.user_id, r.kind, r.list_key, r.synced_at;
      INSERT INTO history.lists (user_id, provider, resource, list_key, version_ids, added_at, added_by, content_hash, observed_at, job_id)
      SELECT r.user_id, 'spotify', 'playlist_tracks', r.list_key, array_agg(v.version_id ORDER BY r.place), array_agg(r.added_at ORDER BY r.place),
        array_agg(r.added_by ORDER BY r.place), sha256('1'), r.synced_at, r.user_id
      FROM world.in_playlists r LEFT JOIN world.versions v USING (thing) GROUP BY r.user_id, r.list_key, r.synced_at;
      INSERT INTO history.memberships (user_id, provider, resource, item_id, version_id, action, member_since, observed_at, job_id)
      SELECT m.user_id, 'spotify', m.resource, v.item_id, v.version_id, 'added', m.since, m.synced_at, m.user_id
      FROM world.members m JOIN world.versions v USING (thing);
      INSERT INTO history.plays (user_id, provider, played_at, item_id, version_id, observed_at, job_id)
      SELECT p.user_id, 'spotify', p.played_at, v.item_id, v.version_id, p.synced_at, p.user_id
      FROM world.played p JOIN world.versions v USING (thing);
      """;

  private static final String TO_PLAIN_TABLES =
      """
      CREATE SCHEMA naive;
      CREATE TABLE naive.user_top_tracks AS
      SELECT r.user_id, 'spotify' AS provider, t.id AS track_id, t.name AS track_name, t.artist_name, t.album_name, t.image_url AS album_art_url,
        t.duration_ms, t.isrc, r.list_key AS time_range, r.place AS rank, t.metadata AS track_metadata, r.synced_at AS fetched_at
      FROM world.ranked r JOIN world.things t ON t.id = r.thing WHERE r.kind = 'track';
      CREATE TABLE naive.user_top_artists AS
      SELECT r.user_id, 'spotify' AS provider, t.id AS artist_id, t.name AS artist_name, t.image_url, t.genres, t.popularity, t.follower_count,
        r.list_key AS time_range, r.place AS rank, t.metadata AS artist_metadata, r.synced_at AS fetched_at
      FROM world.ranked r JOIN world.things t ON t.id = r.thing WHERE r.kind = 'artist';
      CREATE TABLE naive.user_recently_played AS
      SELECT p.user_id, 'spotify' AS provider, t.id AS track_id, t.name AS track_name, t.artist_name, t.album_name, t.image_url AS album_art_url,
        t.duration_ms, p.played_at, t.isrc, t.metadata AS track_metadata, p.synced_at AS fetched_at
      FROM world.played p JOIN world.things t ON t.id = p.thing;
      CREATE TABLE naive.user_playlists AS
      SELECT m.user_id, 'spotify' AS provider, t.id AS playlist_id, t.name AS playlist_name, 'about ' || t.id AS description, t.image_url,
        t.total_tracks AS track_count, t.follower_count, true AS is_public, t.owner_id = p.account AS is_owner, upper(t.owner_id) AS owner_name,
        'https://open.example/' || t.id AS playlist_url, t.metadata AS playlist_metadata, m.synced_at AS fetched_at
      FROM world.members m JOIN world.things t ON t.id = m.thing JOIN world.people p ON p.id = m.user_id WHERE m.resource = 'playlists';
      CREATE TABLE naive.user_playlist_tracks AS
      SELECT r.user_id, 'spotify' AS provider, r.list_key AS playlist_id, t.id AS track_id, t.name AS track_name, t.artist_name, t.album_name,
        t.image_url AS album_art_url, t.duration_ms, r.added_at, r.added_by, t.isrc, r.place AS track_position, t.metadata AS track_metadata, r.synced_at AS fetched_at
      FROM world.in_playlists r JOIN world.things t ON t.id = r.thing;
      CREATE TABLE naive.user_saved_tracks AS
      SELECT m.user_id, 'spotify' AS provider, t.id AS track_id, t.name AS track_name, t.artist_name, t.album_name, t.image_url AS album_art_url,
        t.duration_ms, m.since AS saved_at, t.popularity, t.isrc, t.metadata AS track_metadata, m.synced_at AS fetched_at
      FROM world.members m JOIN world.things t ON t.id = m.thing WHERE m.resource = 'saved_tracks';
      CREATE TABLE naive.user_saved_albums AS
      SELECT m.user_id, 'spotify' AS provider, t.id AS album_id, t.name AS album_name, t.artist_name, t.image_url, '2020-01' AS release_date,
        t.total_tracks, m.since AS saved_at, 'single' AS album_type, t.genres, t.metadata AS album_metadata, m.synced_at AS fetched_at
      FROM world.members m JOIN world.things t ON t.id = m.thing WHERE m.resource = 'saved_albums';
      CREATE TABLE naive.user_followed_artists AS
      SELECT m.user_id, 'spotify' AS provider, t.id AS artist_id, t.name AS artist_name, t.image_url, t.genres, t.popularity, t.follower_count,
        'https://open.example/' || t.id AS artist_url, t.metadata AS artist_metadata, m.synced_at AS fetched_at
      FROM world.members m JOIN world.things t ON t.id = m.thing WHERE m.resource = 'followed_artists';
      """;

  private static TestDatabase database;
  private static Connection views;
  private static Connection plain;

  @BeforeAll
  static void firstSync() throws Exception {
    database = TestDatabase.fresh();
    views = database.asSuperuser();
    Ask.run(views, WORLD);
    Ask.run(views, TO_HISTORY);
    Ask.run(views, TO_PLAIN_TABLES);
    plain = database.asSuperuser();
    Ask.run(plain, "SET search_path = naive");
  }

  @AfterAll
  static void close() throws Exception {
    views.close();
    plain.close();
    database.close();
  }

  @Test
  void theDocumentedQueriesAnswerTheSameAsOnPlainTables() throws Exception {
    assertThat(Ask.rows(views, COUNTS, ANN, ANN, ANN))
        .isEqualTo(Ask.rows(plain, COUNTS, ANN, ANN, ANN))
        .contains("top_tracks|57", "playlists|6", "saved_tracks|6");
    assertThat(Ask.rows(views, OVERLAP, ANN, BEN))
        .containsExactlyInAnyOrderElementsOf(Ask.rows(plain, OVERLAP, ANN, BEN))
        .isNotEmpty();
    assertThat(Ask.rows(views, RECENT, ANN)).isEqualTo(Ask.rows(plain, RECENT, ANN)).hasSize(50);
  }

  @Test
  void everyColumnOfEveryRowIsWhatAPlainTableWouldHold() throws Exception {
    for (var view : VIEWS) {
      var columns =
          Ask.one(
              views,
              """
              SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position)
              FROM information_schema.columns WHERE table_schema = 'naive' AND table_name = ?
              """,
              view);
      var rows = "SELECT " + columns + " FROM " + view + " ORDER BY user_id, " + columns;
      var expected = Ask.rows(plain, rows);
      assertThat(Ask.rows(views, rows)).as(view).isEqualTo(expected).isNotEmpty();
      assertThat(Ask.rows(views, rows.replace("FROM " + view, "FROM current_" + view)))
          .as("current_" + view)
          .isEqualTo(expected);
    }
  }

  @Test
  void idsAreUniqueInEachView() throws Exception {
    for (var view : VIEWS) {
      assertThat(Ask.one(views, "SELECT count(*) - count(DISTINCT id) FROM " + view))
          .isEqualTo("0");
    }
  }

  @Test
  void eachMomentIsReadBackAsItWas() throws Exception {
    try (var own = TestDatabase.fresh();
        var connection = own.asSuperuser()) {
      Ask.run(connection, WORLD);
      Ask.run(connection, TO_HISTORY);
      Ask.run(
          connection,
          """
          INSERT INTO history.memberships (user_id, provider, resource, item_id, version_id, action, observed_at, job_id)
          SELECT m.user_id, m.provider, m.resource, m.item_id, m.version_id, e.action, e.at, m.job_id
          FROM history.memberships m JOIN world.versions v USING (item_id),
            (VALUES ('track1', 'removed', timestamptz '2026-03-02'), ('track1', 'added', '2026-03-04'), ('playlist1', 'removed', '2026-03-02'),
              ('playlist1', 'added', '2026-03-04'), ('playlist2', 'removed', '2026-03-03')) AS e (thing, action, at)
          WHERE v.thing = e.thing AND m.user_id = 'aaaaaaaa-0000-4000-8000-000000000001' AND m.resource IN ('saved_tracks', 'playlists');
          INSERT INTO history.lists (user_id, provider, resource, list_key, version_ids, content_hash, observed_at, job_id)
          SELECT user_id, provider, resource, list_key, version_ids[2:4], sha256('2'), '2026-03-03', job_id
          FROM history.lists WHERE resource = 'top_tracks' AND list_key = 'short_term' AND user_id = 'aaaaaaaa-0000-4000-8000-000000000001';
          INSERT INTO catalog.popularity (item_id, observed_at, popularity)
          SELECT item_id, '2026-03-03', 99 FROM world.versions WHERE thing IN ('track1', 'track2')
          """);
      var saved = "SELECT count(*) FROM user_saved_tracks_as_of(?, ?::timestamptz)";
      assertThat(at(connection, saved, "2026-02-01")).isEqualTo("0");
      assertThat(at(connection, saved, "2026-03-01T08:00:00Z")).isEqualTo("6");
      assertThat(at(connection, saved, "2026-03-03")).isEqualTo("5");
      assertThat(at(connection, saved, "2026-03-05")).isEqualTo("6");
      assertThat(
              Ask.one(
                  connection,
                  "SELECT count(*) FROM current_user_saved_tracks WHERE user_id = ?",
                  ANN))
          .isEqualTo("6");
      assertThat(
              Ask.one(connection, "SELECT count(*) FROM user_saved_tracks WHERE user_id = ?", ANN))
          .isEqualTo("7");

      var top =
          "SELECT string_agg(rank::text, ',' ORDER BY rank) FROM user_top_tracks_as_of(?, ?::timestamptz) WHERE time_range = 'short_term'";
      assertThat(at(connection, top, "2026-03-02")).startsWith("1,2,3,4,6").endsWith("20");
      assertThat(at(connection, top, "2026-03-03")).isEqualTo("1,2,3");
      assertThat(
              Ask.one(
                  connection,
                  "SELECT count(*) FROM current_user_top_tracks WHERE user_id = ?",
                  ANN))
          .isEqualTo("41");

      var lists =
          "SELECT string_agg(DISTINCT playlist_id, ',') FROM user_playlist_tracks_as_of(?, ?::timestamptz)";
      assertThat(at(connection, lists, "2026-03-01T08:00:00Z")).startsWith("playlist1,playlist2");
      assertThat(at(connection, lists, "2026-03-02T12:00:00Z")).startsWith("playlist2,playlist3");
      assertThat(at(connection, lists, "2026-03-03T12:00:00Z")).startsWith("playlist3");
      assertThat(at(connection, lists, "2026-03-04T12:00:00Z")).startsWith("playlist1,playlist3");
      assertThat(
              Ask.one(
                  connection,
                  "SELECT string_agg(DISTINCT playlist_id, ',') FROM current_user_playlist_tracks WHERE user_id = ?",
                  ANN))
          .startsWith("playlist1,playlist3");

      assertThat(
              at(
                  connection,
                  "SELECT count(*) FROM user_recently_played_as_of(?, ?::timestamptz)",
                  "2026-02-28T00:12:00Z"))
          .isEqualTo("3");
      assertThat(
              Ask.rows(
                  connection,
                  "SELECT popularity FROM user_saved_tracks WHERE user_id = ? AND track_id = 'track1' ORDER BY fetched_at",
                  ANN))
          .containsExactly("1", "99");
    }
  }

  @Test
  void whatCameFromAFileIsTheUsersOwn() throws Exception {
    try (var own = TestDatabase.fresh();
        var connection = own.asSuperuser()) {
      Ask.run(connection, WORLD);
      Ask.run(connection, TO_HISTORY);
      Ask.run(
          connection,
          """
          INSERT INTO history.memberships (user_id, provider, resource, item_id, version_id, action, observed_at, job_id)
          SELECT id, 'file', 'playlists', v.item_id, v.version_id, 'added', '2026-03-02', id
          FROM world.people, world.versions v WHERE v.thing = 'playlist60'
          """);
      assertThat(
              Ask.rows(
                  connection,
                  "SELECT is_owner FROM user_playlists WHERE user_id = ? AND provider = 'file'",
                  ANN))
          .containsExactly("t");
    }
  }

  private static String at(Connection connection, String sql, String moment) throws Exception {
    return Ask.one(connection, sql, ANN, moment.length() == 10 ? moment + "T00:00:00Z" : moment);
  }
}
