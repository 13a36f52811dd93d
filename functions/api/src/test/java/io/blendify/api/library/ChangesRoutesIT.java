package io.blendify.api.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangesRoutesIT {

  private static final Api API = Api.start();

  /**
   * Monday: a playlist of a, b, c and two saved tracks. Tuesday: b is gone, c unavailable, d new.
   */
  private static Api.User listener() {
    var user = API.user("Ada");
    API.sql(
        """
        INSERT INTO catalog.items (provider, kind, provider_item_id)
        SELECT 'spotify', 'track', '%1$s-' || name FROM unnest(ARRAY['a', 'b', 'c', 'd']) AS name;

        INSERT INTO catalog.item_versions (item_id, content_hash, name, metadata, first_seen_at)
        SELECT id, decode(repeat('0b', 32), 'hex'), provider_item_id, '{}', '2026-02-01T00:00:00Z'
        FROM catalog.items WHERE provider_item_id LIKE '%1$s-%%';

        INSERT INTO history.lists (user_id, provider, resource, list_key, version_ids, added_at,
          content_hash, observed_at, job_id)
        SELECT '%1$s', 'spotify', 'playlist_tracks', 'evening',
          (SELECT array_agg(v.id ORDER BY place) FROM unnest(names) WITH ORDINALITY AS n (name, place)
           LEFT JOIN catalog.item_versions v ON v.name = '%1$s-' || n.name),
          (SELECT array_agg(CAST('2026-01-01T00:00:00Z' AS timestamptz) + day * interval '1 day')
           FROM unnest(days) AS day),
          decode(repeat(hash, 32), 'hex'), CAST(at AS timestamptz), gen_random_uuid()
        FROM (VALUES
          (ARRAY['a', 'b', 'c'], ARRAY[1, 2, 3], '01', '2026-02-23T08:00:00Z'),
          (ARRAY['a', NULL, 'd'], ARRAY[1, 3, 4], '02', '2026-02-24T08:00:00Z')
        ) AS given (names, days, hash, at);

        INSERT INTO history.memberships
          (user_id, provider, resource, item_id, version_id, action, observed_at, job_id)
        SELECT '%1$s', 'spotify', 'saved_tracks', v.item_id, v.id, action,
               CAST(at AS timestamptz), gen_random_uuid()
        FROM (VALUES
          ('a', 'added', '2026-02-23T08:00:00Z'),
          ('b', 'added', '2026-02-23T08:00:00Z'),
          ('b', 'removed', '2026-02-24T08:00:00Z')
        ) AS given (name, action, at)
        JOIN catalog.item_versions v ON v.name = '%1$s-' || given.name;
        """
            .formatted(user.id()));
    return user;
  }

  private static List<String> told(JsonNode page) {
    return StreamSupport.stream(page.get("items").values().spliterator(), false)
        .map(
            change ->
                change.get("resource").getStringValue()
                    + " "
                    + change.get("item_id").getStringValue().replaceAll(".*-", "")
                    + " "
                    + change.get("change").getStringValue())
        .toList();
  }

  @Test
  void whatCameLeftAndBecameUnavailableIsTold() {
    var page =
        API.get("/v1/me/changes?since=2026-02-20&until=2026-02-28").as(listener()).send().json();
    assertThat(told(page))
        .containsExactlyInAnyOrder(
            "playlist_tracks b left",
            "playlist_tracks c became_unavailable",
            "playlist_tracks d came",
            "saved_tracks b left");
  }

  /**
   * A playlist that holds these, day by day from Monday on; a dash is a place without its track.
   */
  private static Api.User playlist(String... days) {
    var user = API.user("Ada");
    API.sql(
        """
        INSERT INTO catalog.items (provider, kind, provider_item_id)
        SELECT 'spotify', 'track', '%1$s-' || name FROM unnest(string_to_array('abcdef', NULL)) AS name;
        INSERT INTO catalog.item_versions (item_id, content_hash, name, metadata, first_seen_at)
        SELECT id, sha256('x'), provider_item_id, '{}', '2026-02-01T00:00:00Z'
        FROM catalog.items WHERE provider_item_id LIKE '%1$s-%%';
        INSERT INTO history.lists (user_id, provider, resource, list_key, version_ids, added_at,
          content_hash, observed_at, job_id)
        SELECT '%1$s', 'spotify', 'playlist_tracks', 'evening',
          (SELECT array_agg(v.id ORDER BY place)
           FROM unnest(string_to_array(names, NULL)) WITH ORDINALITY AS n (name, place)
           LEFT JOIN catalog.item_versions v ON v.name = '%1$s-' || n.name),
          (SELECT array_agg(CAST('2026-01-01T00:00:00Z' AS timestamptz))
           FROM unnest(string_to_array(names, NULL))),
          sha256(names::bytea), timestamptz '2026-02-22T08:00:00Z' + day * interval '1 day',
          gen_random_uuid()
        FROM unnest(ARRAY['%2$s']) WITH ORDINALITY AS given (names, day);
        """
            .formatted(user.id(), String.join("', '", days)));
    return user;
  }

  private static List<String> changes(Api.User user) {
    var page = API.get("/v1/me/changes?since=2026-02-20&until=2026-02-28").as(user).send().json();
    return StreamSupport.stream(page.get("items").values().spliterator(), false)
        .map(
            one ->
                one.get("changed_at").getStringValue().substring(8, 10)
                    + " "
                    + one.get("item_id").getStringValue().replaceAll(".*-", "")
                    + " "
                    + one.get("change").getStringValue()
                    + " "
                    + place(one, "position_before")
                    + ">"
                    + place(one, "position"))
        .toList();
  }

  private static String place(JsonNode change, String member) {
    var place = change.get(member);
    return place == null || place.isNull() ? "" : place.coerceStringValue();
  }

  @Test
  void aTrackThatClimbsIsOneMoveWhateverItPasses() {
    assertThat(changes(playlist("abcdef", "eabcdf"))).containsExactly("24 e moved 5>1");
    assertThat(changes(playlist("abcdef", "bcdefa"))).containsExactly("24 a moved 1>6");
  }

  @Test
  void nothingMovesWhereOthersOnlyComeAndLeave() {
    assertThat(changes(playlist("abc", "dabc", "dac")))
        .containsExactly("25 b left 3>", "24 d came >1");
  }

  @Test
  void aSecondCopyComesAndLeavesByItself() {
    assertThat(changes(playlist("abc", "abca", "abc")))
        .containsExactly("25 a left 4>", "24 a came >4");
  }

  @Test
  void whatIsNoLongerAvailableAndComesBackIsToldApartFromWhatIsRemoved() {
    assertThat(changes(playlist("abc", "a-c", "abc", "ac")))
        .containsExactly("26 b left 2>", "25 b became_available >2", "24 b became_unavailable 2>");
  }

  @Test
  void theFirstObservationIsNoChange() {
    var page =
        API.get("/v1/me/changes?since=2026-02-20&until=2026-02-23").as(listener()).send().json();
    assertThat(told(page)).isEmpty();
  }

  @Test
  void pagesFitTogether() {
    var ada = listener();
    var first = API.get("/v1/me/changes?limit=3").as(ada).send().json();
    assertThat(first.get("items").size()).isEqualTo(3);
    var second =
        API.get("/v1/me/changes?limit=3&cursor=" + first.get("next_cursor").getStringValue())
            .as(ada)
            .send()
            .json();
    assertThat(second.get("items").size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/me/changes?since=soon",
        "/v1/me/changes?since=2026-02-27&until=2026-02-20",
        "/v1/me/changes?resource=everything",
        "/v1/me/changes?cursor=made-up",
        "/v1/me/changes?limit=100000",
      })
  void aMalformedQuestionIsAProblem(String path) {
    assertThat(API.get(path).as(listener()).send().status()).as(path).isEqualTo(400);
  }

  /** The fuzz test found that such moments were our fault. */
  @ParameterizedTest
  @ValueSource(strings = {"-999999999-01-01T00:00:00Z", "0001-01-01", "0000-01-01T00:00:00Z"})
  void aMomentBeforeEverythingStandsForTheFirst(String moment) {
    var answer = API.get("/v1/me/changes?since=" + moment).as(listener()).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(API.get("/v1/me/saved-tracks?asOf=" + moment).as(listener()).send().status())
        .isEqualTo(200);
  }

  @Test
  void nobodyReadsWithoutASession() {
    assertThat(API.get("/v1/me/changes").send().status()).isEqualTo(401);
  }
}
