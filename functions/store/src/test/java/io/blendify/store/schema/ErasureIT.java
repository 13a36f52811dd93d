package io.blendify.store.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blendify.store.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErasureIT {

  private static final UUID ANN = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000001");
  private static final UUID BEN = UUID.fromString("bbbbbbbb-0000-4000-8000-000000000002");

  /** One row at least in every table that can say something about a person, for both. */
  private static final String TWO_PEOPLE =
      """
      INSERT INTO users (id, email, display_name, created_at, updated_at)
      SELECT u.id, u.email, u.email, d.t, d.t FROM (VALUES
        ('aaaaaaaa-0000-4000-8000-000000000001'::uuid, 'ann@example.com'),
        ('bbbbbbbb-0000-4000-8000-000000000002', 'ben@example.com')) AS u (id, email),
        (VALUES (timestamptz '2026-01-01')) AS d (t);
      INSERT INTO sessions (id, user_id, created_at, expires_at)
      SELECT gen_random_uuid(), id, created_at, created_at FROM users;
      INSERT INTO provider_connections (id, user_id, provider, provider_user_id, status, consented_at, created_at, updated_at)
      SELECT gen_random_uuid(), id, p, p || id, 'active', created_at, created_at, created_at
      FROM users, unnest(ARRAY['spotify', 'file']) AS p;
      INSERT INTO connect_attempts (state_hash, provider, user_id, browser_hash, code_verifier_encrypted, return_to, created_at, expires_at)
      SELECT sha256(id::text::bytea), 'spotify', id, '', '', '/', created_at, created_at FROM users;
      INSERT INTO sync_jobs (id, user_id, connection_id, provider, resource, trigger, status, not_before, created_at, updated_at)
      SELECT gen_random_uuid(), user_id, id, provider, 'saved_tracks', 'person', 'running', created_at, created_at, created_at
      FROM provider_connections;
      INSERT INTO sync_pages (job_id, place) SELECT id, 1 FROM sync_jobs;
      INSERT INTO provider_sync_status (connection_id, resource, user_id, provider, updated_at)
      SELECT id, 'saved_tracks', user_id, provider, created_at FROM provider_connections;
      INSERT INTO imports (id, user_id, job_id, file_name, size_bytes, object_key, status, created_at, updated_at)
      SELECT gen_random_uuid(), user_id, id, 'f.zip', 1, 'imports/' || md5(user_id::text), 'completed', created_at, created_at
      FROM sync_jobs WHERE provider = 'file';

      INSERT INTO catalog.items (provider, kind, provider_item_id) VALUES
        ('spotify', 'track', 'shared'), ('spotify', 'track', 'spotify:local:ann'), ('spotify', 'track', 'spotify:local:both'),
        ('spotify', 'playlist', 'of ann'), ('spotify', 'playlist', 'of both'), ('file', 'track', 'of ann'), ('file', 'track', 'of both');
      INSERT INTO catalog.item_versions (item_id, content_hash, name, metadata, first_seen_at)
      SELECT id, sha256(id::text::bytea), provider_item_id, '{}', '2026-01-01' FROM catalog.items;
      INSERT INTO catalog.popularity (item_id, observed_at, popularity) SELECT id, '2026-01-01', 1 FROM catalog.items;
      INSERT INTO catalog.recordings (created_at) SELECT '2026-01-01' FROM catalog.items WHERE kind = 'track';
      INSERT INTO catalog.recording_keys (key, recording_id) SELECT 'title:' || id, id FROM catalog.recordings;
      INSERT INTO catalog.recording_evidence (item_id, recording_id, rule, inputs, confidence, version, created_at)
      SELECT id, row_number() OVER (ORDER BY id), 'new', '{}', 1, 1, '2026-01-01' FROM catalog.items WHERE kind = 'track';

      INSERT INTO history.memberships (user_id, provider, resource, item_id, version_id, action, observed_at, job_id)
      SELECT u.id, i.provider, CASE i.kind WHEN 'playlist' THEN 'playlists' ELSE 'saved_tracks' END, i.id, v.id, 'added', '2026-01-01', gen_random_uuid()
      FROM users u, catalog.items i JOIN catalog.item_versions v ON v.item_id = i.id
      WHERE i.provider_item_id NOT LIKE 'spotify:local:%' AND (u.email LIKE 'ann%' OR i.provider_item_id <> 'of ann');
      INSERT INTO history.lists (user_id, provider, resource, list_key, version_ids, content_hash, observed_at, job_id)
      SELECT u.id, 'spotify', 'playlist_tracks', 'of both', ARRAY(
          SELECT v.id FROM catalog.item_versions v
          WHERE v.name IN ('shared', 'spotify:local:both') OR (v.name = 'spotify:local:ann' AND u.email LIKE 'ann%')),
        sha256('x'), '2026-01-01', gen_random_uuid()
      FROM users u;
      INSERT INTO history.plays (user_id, provider, played_at, item_id, version_id, observed_at, job_id)
      SELECT user_id, provider, '2025-12-31', item_id, version_id, observed_at, job_id
      FROM history.memberships WHERE resource = 'saved_tracks';
      INSERT INTO taste_exclusions (id, user_id, kind, provider, playlist_id, created_at)
      SELECT gen_random_uuid(), user_id, 'playlist', provider, 'of both', created_at FROM provider_connections;
      INSERT INTO findable_people (user_id, resources, agreed_at) SELECT id, '{top_tracks}', created_at FROM users;
      INSERT INTO taste.outlooks (user_id, asked_at) SELECT id, created_at FROM users;
      INSERT INTO taste.neighbours (user_id, neighbour_id, score, interval_low, interval_high, shared)
      SELECT a.id, b.id, 50, 40, 60, '{}' FROM users a JOIN users b ON a.id <> b.id;
      INSERT INTO taste.suggestions (user_id, position, version_id, because) SELECT id, 1, 1, 'x' FROM users;
      INSERT INTO taste.profiles (user_id, version, inputs, profile, artist_keys, recording_keys, genre_keys, built_at)
      SELECT id, 1, '{}', '{}', '{}', '{}', '{}', created_at FROM users;

      INSERT INTO blends (id, name, created_by_user_id, algorithm_type, total_tracks, created_at, updated_at)
      SELECT md5(n)::uuid, n, u::uuid, 'balanced', 1, '2026-01-01', '2026-01-01' FROM (VALUES
        ('ann and ben', 'aaaaaaaa-0000-4000-8000-000000000001'), ('ann alone', 'aaaaaaaa-0000-4000-8000-000000000001'),
        ('ben alone', 'bbbbbbbb-0000-4000-8000-000000000002')) AS b (n, u);
      INSERT INTO blend_participants (id, blend_id, user_id, status, joined_at)
      SELECT gen_random_uuid(), b.id, u.id, 'accepted', '2026-01-01' FROM blends b JOIN users u ON b.name LIKE '%' || split_part(u.email, '@', 1) || '%';
      INSERT INTO consents (user_id, blend_id, resources, granted, decided_at)
      SELECT user_id, blend_id, '{top_tracks}', true, '2026-01-01' FROM blend_participants;
      INSERT INTO invitations (id, blend_id, token_hash, created_by_user_id, created_at, expires_at, accepted_by_user_id, accepted_at)
      SELECT gen_random_uuid(), b.id, sha256(b.name::bytea), b.created_by_user_id, '2026-01-01', '2026-01-01',
        CASE b.name WHEN 'ann and ben' THEN 'bbbbbbbb-0000-4000-8000-000000000002'::uuid END, '2026-01-01' FROM blends b;
      INSERT INTO blend_refreshes (id, blend_id, status, seed, inputs, requested_at)
      SELECT gen_random_uuid(), b.id, 'completed', 1,
        (SELECT jsonb_object_agg(p.user_id, 1) FROM blend_participants p WHERE p.blend_id = b.id), '2026-01-01' FROM blends b;
      INSERT INTO blend_tracks (id, blend_id, refresh_id, track_id, track_name, position, source_provider, source_user_id, similarity_score, blend_metadata, created_at)
      SELECT gen_random_uuid(), r.blend_id, r.id, 'shared', 'Shared', 1, 'spotify', b.created_by_user_id, 1,
        jsonb_build_object('contributors', r.inputs), '2026-01-01' FROM blend_refreshes r JOIN blends b ON b.id = r.blend_id;
      INSERT INTO blend_scores (id, blend_id, refresh_id, score, interval_low, interval_high, details, engine_version, created_at)
      SELECT gen_random_uuid(), blend_id, id, 50, 40, 60, inputs, 1, '2026-01-01' FROM blend_refreshes;
      """;

  /** Tables of which every user of the fixture has rows of their own; a new one must join it. */
  private static final String NAMING_USERS =
      """
      SELECT DISTINCT k.conrelid::regclass FROM pg_constraint k
      WHERE k.contype = 'f' AND k.confrelid = 'users'::regclass ORDER BY 1
      """;

  private TestDatabase database;
  private Connection app;
  private Connection superuser;

  @BeforeEach
  void twoPeople() throws SQLException {
    database = TestDatabase.fresh();
    app = database.asApp();
    superuser = database.asSuperuser();
    Ask.run(app, TWO_PEOPLE);
  }

  @AfterEach
  void close() throws SQLException {
    app.close();
    superuser.close();
    database.close();
  }

  @Test
  void theFixtureReachesEveryTableThatNamesAUser() throws Exception {
    for (var table : Ask.rows(superuser, NAMING_USERS)) {
      assertThat(mentions(table, ANN)).as(table).isPositive();
    }
  }

  @Test
  void nothingAboutAnErasedPersonIsLeftAnywhere() throws Exception {
    Ask.rows(app, "SELECT * FROM erase_user(?)", ANN);

    for (var table : everyTable()) {
      assertThat(mentions(table, ANN)).as(table).isZero();
      assertThat(mentioning(table, "ann@example.com")).as(table).isZero();
      assertThat(mentioning(table, "of ann")).as(table).isZero();
      assertThat(mentioning(table, "spotify:local:ann")).as(table).isZero();
    }
  }

  @Test
  void whatErasingTookIsToldByTable() throws Exception {
    var before = counts();
    var told = Ask.rows(app, "SELECT erased, row_count FROM erase_user(?)", ANN);
    var after = counts();

    assertThat(told).contains("public.users|1", "history.plays|3", "catalog.items|3");
    for (int i = 0; i < before.size(); i++) {
      var table = before.get(i).split("\\|")[0];
      var gone = count(before.get(i)) - count(after.get(i));
      assertThat(told.contains(table + "|" + gone)).as(table).isEqualTo(gone > 0);
    }
  }

  @Test
  void othersKeepAllOfTheirs() throws Exception {
    var own =
        """
        SELECT provider, resource, item_id, version_id FROM history.memberships WHERE user_id = ?
        UNION ALL SELECT provider, 'play', item_id, version_id FROM history.plays WHERE user_id = ? ORDER BY 1, 2, 3
        """;
    var before = Ask.rows(app, own, BEN, BEN);
    var playlist =
        "SELECT track_id, track_name FROM current_user_playlist_tracks WHERE user_id = ? ORDER BY 1";
    var heard = Ask.rows(app, playlist, BEN);
    Ask.rows(app, "SELECT * FROM erase_user(?)", ANN);

    assertThat(Ask.rows(app, own, BEN, BEN)).isEqualTo(before).isNotEmpty();
    assertThat(Ask.rows(app, playlist, BEN))
        .isEqualTo(heard)
        .contains("spotify:local:both|spotify:local:both");
    assertThat(Ask.rows(app, "SELECT user_id FROM taste.profiles")).containsExactly(BEN.toString());
  }

  @Test
  void aSharedBlendPassesOnWithoutItsResultsAndOthersKeepTheirs() throws Exception {
    Ask.rows(app, "SELECT * FROM erase_user(?)", ANN);

    assertThat(
            Ask.rows(
                app, "SELECT name, created_by_user_id, total_tracks FROM blends ORDER BY name"))
        .containsExactly("ann and ben|" + BEN + "|0", "ben alone|" + BEN + "|1");
    assertThat(
            Ask.rows(app, "SELECT b.name FROM blend_scores s JOIN blends b ON b.id = s.blend_id"))
        .containsExactly("ben alone");
    assertThat(
            Ask.rows(app, "SELECT b.name FROM blend_tracks s JOIN blends b ON b.id = s.blend_id"))
        .containsExactly("ben alone");
  }

  @Test
  void disconnectingErasesThatProviderAndKeepsTheOther() throws Exception {
    Ask.rows(app, "SELECT * FROM erase_provider_data(?, 'file')", ANN);

    for (var table :
        List.of(
            "history.memberships",
            "history.plays",
            "provider_connections",
            "sync_jobs",
            "provider_sync_status")) {
      assertThat(
              Ask.rows(app, "SELECT DISTINCT provider FROM " + table + " WHERE user_id = ?", ANN))
          .as(table)
          .containsExactly("spotify");
      assertThat(
              Ask.rows(app, "SELECT DISTINCT provider FROM " + table + " WHERE user_id = ?", BEN))
          .as(table)
          .containsExactlyInAnyOrder("spotify", "file");
    }
    assertThat(Ask.rows(app, "SELECT provider_item_id FROM catalog.items WHERE provider = 'file'"))
        .containsExactly("of both");
    assertThat(Ask.rows(app, "SELECT user_id FROM imports")).containsExactly(BEN.toString());
    assertThat(Ask.rows(app, "SELECT user_id FROM taste.profiles")).containsExactly(BEN.toString());
    assertThat(Ask.one(app, "SELECT count(*) FROM users")).isEqualTo("2");
  }

  @Test
  void theFilesOfErasedImportsAreNotedInTheSameTransaction() throws Exception {
    var file = Ask.one(app, "SELECT object_key FROM imports WHERE user_id = ?", ANN);
    app.setAutoCommit(false);
    Ask.rows(app, "SELECT * FROM erase_provider_data(?, 'file')", ANN);
    app.rollback();
    assertThat(Ask.rows(app, "SELECT object_key FROM doomed_uploads")).isEmpty();
    Ask.rows(app, "SELECT * FROM erase_provider_data(?, 'spotify')", ANN);
    assertThat(Ask.rows(app, "SELECT object_key FROM doomed_uploads")).isEmpty();
    Ask.rows(app, "SELECT * FROM erase_provider_data(?, 'file')", ANN);
    app.commit();
    assertThat(Ask.rows(app, "SELECT object_key FROM doomed_uploads")).containsExactly(file);
  }

  @Test
  void noProviderErasesNothing() throws Exception {
    var before = counts();
    assertThat(Ask.rows(app, "SELECT * FROM erase_provider_data(?, NULL)", ANN)).isEmpty();
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void aBlendGoesWithAllThatBelongsToIt() throws Exception {
    var id = Ask.one(app, "SELECT id FROM blends WHERE name = 'ann and ben'");
    Ask.rows(app, "SELECT * FROM erase_blend(?)", UUID.fromString(id));
    for (var table : everyTable()) {
      assertThat(mentioning(table, id)).as(table).isZero();
    }
    assertThat(Ask.one(app, "SELECT count(*) FROM users")).isEqualTo("2");
  }

  @Test
  void theStepsInsideAreNotForTheFunctions() {
    assertThatThrownBy(() -> Ask.rows(app, "SELECT * FROM erase_user_rows(?)", ANN))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> Ask.run(app, "SET ROLE blendify_eraser"))
        .hasMessageContaining("permission denied");
  }

  private List<String> everyTable() throws SQLException {
    return Ask.rows(
        superuser,
        """
        SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'r' AND n.nspname IN ('public', 'catalog', 'history', 'taste') ORDER BY 1
        """);
  }

  private List<String> counts() throws SQLException {
    var counts = new java.util.ArrayList<String>();
    for (var table : everyTable()) {
      counts.add(table + "|" + Ask.one(superuser, "SELECT count(*) FROM " + table));
    }
    return counts;
  }

  private static long count(String line) {
    return Long.parseLong(line.split("\\|")[1]);
  }

  private long mentions(String table, UUID user) throws SQLException {
    return mentioning(table, user.toString());
  }

  /** Rows with this text anywhere in any column. */
  private long mentioning(String table, String text) throws SQLException {
    return Long.parseLong(
        Ask.one(
            superuser,
            "SELECT count(*) FROM " + table + " t WHERE t::text LIKE ?",
            "%" + text + "%"));
  }
}
