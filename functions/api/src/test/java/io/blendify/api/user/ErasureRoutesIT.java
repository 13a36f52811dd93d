package io.blendify.api.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api;
import io.blendify.api.Api.User;
import io.blendify.api.imports.FakeFiles;
import io.blendify.store.imports.UploadErasure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is gone after an account is deleted or a provider disconnected, asked of every table. */
class ErasureRoutesIT {
  static final FakeFiles FILES = new FakeFiles();
  static final Api API = Api.start(FILES);

  private final User ada = withEverything("Ada");

  @AfterEach
  void storeIsBack() {
    FILES.down(false);
    API.clock.advance(Duration.ofDays(2));
    erasure().run(1_000);
  }

  /** Data from two providers in every table that knows whose and through which provider. */
  private static User withEverything(String name) {
    var user = API.user(name);
    API.sql(
        """
        INSERT INTO provider_connections
          (id, user_id, provider, provider_user_id, status, consented_at, created_at, updated_at)
        SELECT gen_random_uuid(), '%1$s', p, '%1$s', 'active', '%2$s', '%2$s', '%2$s'
        FROM unnest(ARRAY['spotify', 'file']) AS p;
        INSERT INTO connect_attempts (state_hash, provider, user_id, browser_hash,
          code_verifier_encrypted, return_to, created_at, expires_at)
        SELECT sha256(id::text::bytea), provider, user_id, '', '', '/', created_at, created_at
        FROM provider_connections WHERE user_id = '%1$s';
        INSERT INTO sync_jobs (id, user_id, connection_id, provider, resource, trigger, status,
          not_before, created_at, updated_at)
        SELECT gen_random_uuid(), user_id, id, provider, 'saved_tracks', 'person', 'pending',
          created_at, created_at, created_at
        FROM provider_connections WHERE user_id = '%1$s';
        INSERT INTO provider_sync_status (connection_id, resource, user_id, provider, updated_at)
        SELECT id, 'saved_tracks', user_id, provider, created_at
        FROM provider_connections WHERE user_id = '%1$s';
        INSERT INTO catalog.items (provider, kind, provider_item_id)
        SELECT p, 'track', md5('%1$s') FROM unnest(ARRAY['spotify', 'file']) AS p;
        INSERT INTO catalog.item_versions (item_id, content_hash, name, metadata, first_seen_at)
        SELECT id, sha256('x'), 'X', '{}', '%2$s'
        FROM catalog.items WHERE provider_item_id = md5('%1$s');
        INSERT INTO history.memberships (user_id, provider, resource, item_id, version_id, action,
          observed_at, job_id)
        SELECT '%1$s', i.provider, 'saved_tracks', i.id, v.id, 'added', '%2$s', gen_random_uuid()
        FROM catalog.items i JOIN catalog.item_versions v ON v.item_id = i.id
        WHERE i.provider_item_id = md5('%1$s');
        INSERT INTO history.plays (user_id, provider, played_at, item_id, version_id, observed_at,
          job_id)
        SELECT user_id, provider, observed_at, item_id, version_id, observed_at, job_id
        FROM history.memberships WHERE user_id = '%1$s';
        INSERT INTO history.lists (user_id, provider, resource, list_key, version_ids, content_hash,
          observed_at, job_id)
        SELECT user_id, provider, 'top_tracks', 'short_term', ARRAY[version_id], sha256('x'),
          observed_at, job_id
        FROM history.memberships WHERE user_id = '%1$s';
        INSERT INTO taste_exclusions (id, user_id, kind, provider, playlist_id, created_at)
        SELECT gen_random_uuid(), '%1$s', 'playlist', p, 'evening', '%2$s'
        FROM unnest(ARRAY['spotify', 'file']) AS p;
        INSERT INTO taste.profiles (user_id, version, inputs, profile, artist_keys, recording_keys,
          genre_keys, built_at)
        VALUES ('%1$s', 1, '{}', '{}', '{}', '{}', '{}', '%2$s');
        """
            .formatted(user.id(), Api.START));
    upload(user);
    return user;
  }

  private static String upload(User user) {
    var body = "{\"file_name\": \"history.zip\", \"size_bytes\": 5}";
    var id = API.post("/v1/imports").as(user).json(body).send().text("id");
    var key = API.query("SELECT object_key FROM imports WHERE id = '" + id + "'").getFirst();
    FILES.contents.put(key, "hello");
    return key;
  }

  private static UploadErasure erasure() {
    return API.context.getBean(UploadErasure.class);
  }

  /** Tables with columns of these names, all of them. */
  private static List<String> tablesWith(String... columns) {
    var tables =
        API.query(
            """
            SELECT format('%%I.%%I', table_schema, table_name)
            FROM information_schema.columns JOIN information_schema.tables
              USING (table_schema, table_name)
            WHERE table_schema IN ('public', 'catalog', 'history', 'taste')
              AND table_type = 'BASE TABLE' AND column_name IN ('%s')
            GROUP BY table_schema, table_name HAVING count(*) = %d
            ORDER BY 1
            """
                .formatted(String.join("', '", columns), columns.length));
    assertThat(tables).hasSizeGreaterThan(columns.length == 1 ? 10 : 6);
    return tables;
  }

  private static Map<String, Integer> rows(List<String> tables, String where) {
    return tables.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                table ->
                    Integer.valueOf(
                        API.query("SELECT count(*) FROM " + table + " t WHERE " + where)
                            .getFirst()),
                (one, _) -> one,
                TreeMap::new));
  }

  @Test
  void aDisconnectedProviderLeavesNothingInAnyTableAndTheOtherKeepsAll() {
    var tables = tablesWith("user_id", "provider");
    var spotify = "provider = 'spotify' AND user_id = '" + ada.id() + "'";
    var file = "provider = 'file' AND user_id = '" + ada.id() + "'";
    var before = rows(tables, file);
    assertThat(rows(tables, spotify)).allSatisfy((_, count) -> assertThat(count).isPositive());

    assertThat(API.delete("/v1/connections/spotify").as(ada).send().status()).isEqualTo(204);

    assertThat(rows(tables, spotify)).allSatisfy((_, count) -> assertThat(count).isZero());
    assertThat(rows(tables, file)).isEqualTo(before);
    assertThat(API.query("SELECT user_id FROM taste.profiles WHERE user_id = '" + ada.id() + "'"))
        .as("it is made anew from what remains")
        .isEmpty();
    assertThat(FILES.contents).as("files came through another provider").isNotEmpty();
  }

  @Test
  void aDeletedAccountLeavesNothingInAnyTable() {
    var withUser = tablesWith("user_id");
    var named = "t::text LIKE '%" + ada.id() + "%'";
    assertThat(rows(withUser, named)).containsEntry("history.plays", 2);

    assertThat(API.delete("/v1/me").as(ada).send().status()).isEqualTo(204);

    var everyTable =
        API.query(
            """
            SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
            WHERE schemaname IN ('public', 'catalog', 'history', 'taste') ORDER BY 1
            """);
    assertThat(rows(everyTable, named)).allSatisfy((_, count) -> assertThat(count).isZero());
    assertThat(rows(everyTable, "t::text LIKE '%" + ada.email() + "%'"))
        .allSatisfy((_, count) -> assertThat(count).isZero());
  }

  @Test
  void theFilesOfADeletedAccountAreGoneWithIt() {
    var key = upload(ada);
    API.delete("/v1/me").as(ada).send();
    assertThat(FILES.contents).doesNotContainKey(key);
  }

  @Test
  void theFilesOfDisconnectedFileDataAreGoneWithThem() {
    var key = upload(ada);
    assertThat(API.delete("/v1/connections/file").as(ada).send().status()).isEqualTo(204);
    assertThat(FILES.contents).doesNotContainKey(key);
  }

  @Test
  void whatIsSentToAnAddressThatIsStillGoodGoesOnceItIsOver() {
    var key = upload(ada);
    API.delete("/v1/me").as(ada).send();
    FILES.contents.put(key, "later");
    assertThat(erasure().run(10)).isZero();
    API.clock.advance(UploadErasure.LONGEST_ADDRESS);
    assertThat(erasure().run(10)).isPositive();
    assertThat(FILES.contents).doesNotContainKey(key);
    assertThat(API.query("SELECT object_key FROM doomed_uploads")).isEmpty();
  }

  @Test
  void aStoreThatIsAwayKeepsNobodyFromGoingAndIsSweptLater() {
    var key = upload(ada);
    FILES.down(true);
    assertThat(API.delete("/v1/me").as(ada).send().status()).isEqualTo(204);
    assertThat(API.query("SELECT id FROM users WHERE id = '" + ada.id() + "'")).isEmpty();
    assertThat(FILES.contents).containsKey(key);

    API.clock.advance(Duration.ofMinutes(11));
    assertThat(erasure().run(10)).as("the store is still away").isZero();
    FILES.down(false);
    assertThat(erasure().run(10)).as("nobody asks again at once").isZero();
    API.clock.advance(Duration.ofMinutes(11));
    assertThat(erasure().run(10)).isPositive();
    assertThat(FILES.contents).doesNotContainKey(key);
  }
}
