package io.blendify.api.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LibraryRoutesIT {

  private static final Api API = Api.start();

  private static final String PLAYS =
      """
      WITH item AS (
        INSERT INTO catalog.items (provider, kind, provider_item_id)
        VALUES ('spotify', 'track', '%1$s') RETURNING id
      ), version AS (
        INSERT INTO catalog.item_versions (item_id, content_hash, name, metadata, first_seen_at)
        SELECT id, decode(repeat('0a', 32), 'hex'), 'Salt', '{"id": "%1$s"}', '2026-02-01T00:00:00Z'
        FROM item RETURNING id, item_id
      )
      INSERT INTO history.plays (user_id, provider, played_at, item_id, version_id, observed_at, job_id)
      SELECT '%1$s', 'spotify', CAST('2026-02-01T10:00:00Z' AS timestamptz) + n * interval '1 hour',
             item_id, id, '2026-02-28T00:00:00Z', gen_random_uuid()
      FROM version, generate_series(0, 4) AS n
      """;

  private static Api.User listener() {
    var user = API.user("Ada");
    API.sql(PLAYS.formatted(user.id()));
    return user;
  }

  @Test
  void pagesOfPlaysFitTogetherWhateverIsSyncedInBetween() {
    var ada = listener();
    var first = API.get("/v1/me/recently-played?limit=3").as(ada).send().json();
    assertThat(first.get("items").size()).isEqualTo(3);
    API.sql(
        """
        INSERT INTO history.plays (user_id, provider, played_at, item_id, version_id, observed_at, job_id)
        SELECT user_id, provider, '2026-03-02T00:00:00Z', item_id, version_id, '2026-03-02T00:00:00Z', job_id
        FROM history.plays WHERE user_id = '%s' LIMIT 1
        """
            .formatted(ada.id()));
    var cursor = first.get("next_cursor").getStringValue();
    var second = API.get("/v1/me/recently-played?limit=3&cursor=" + cursor).as(ada).send().json();
    assertThat(second.get("items").size()).isEqualTo(2);
    assertThat(second.get("items").get(0).get("played_at").getStringValue())
        .isEqualTo("2026-02-01T11:00:00Z");
    assertThat(second.get("next_cursor").isNull()).isTrue();
  }

  @Test
  void aDayStandsForItsEnd() {
    var ada = listener();
    assertThat(
            API.get("/v1/me/recently-played?asOf=2026-02-01")
                .as(ada)
                .send()
                .json()
                .get("items")
                .size())
        .isEqualTo(5);
    assertThat(
            API.get("/v1/me/recently-played?asOf=2026-02-01T11:30:00Z")
                .as(ada)
                .send()
                .json()
                .get("items")
                .size())
        .isEqualTo(2);
    assertThat(
            API.get("/v1/me/recently-played?asOf=2026-01-31")
                .as(ada)
                .send()
                .json()
                .get("items")
                .size())
        .isZero();
  }

  @Test
  void aRowHasTheNamesOfTheDataDictionary() {
    var ada = listener();
    var row =
        API.get("/v1/me/recently-played?limit=1&metadata=true")
            .as(ada)
            .send()
            .json()
            .get("items")
            .get(0);
    assertThat(row.get("track_id").getStringValue()).isEqualTo(ada.id().toString());
    assertThat(row.get("track_name").getStringValue()).isEqualTo("Salt");
    assertThat(row.get("track_metadata").get("id").getStringValue()).isEqualTo(ada.id().toString());
    assertThat(row.get("fetched_at").getStringValue()).isEqualTo("2026-02-28T00:00:00Z");
  }

  @Test
  void anotherPersonsCursorIsRefused() {
    var ada = listener();
    var cursor =
        API.get("/v1/me/recently-played?limit=1")
            .as(ada)
            .send()
            .json()
            .get("next_cursor")
            .getStringValue();
    var answer = API.get("/v1/me/recently-played?limit=1&cursor=" + cursor).as(listener()).send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("type").getStringValue()).endsWith("/problems/invalid-cursor");
  }

  @Test
  void aPlaylistThatOneDoesNotHaveIsNotFound() {
    var answer = API.get("/v1/me/playlists/somebody-elses/tracks").as(listener()).send();
    assertThat(answer.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/me/top-tracks?range=forever",
        "/v1/me/top-artists?asOf=yesterday",
        "/v1/me/recently-played?asOf=2999-01-01",
        "/v1/me/playlists?asOf=2026-13-40",
        "/v1/me/saved-tracks?limit=0",
        "/v1/me/saved-albums?limit=201",
        "/v1/me/followed-artists?cursor=nonsense",
        "/v1/me/saved-tracks?provider=Sp%20otify",
        "/v1/me/saved-tracks?limit=many",
      })
  void aMalformedQuestionIsAProblem(String path) {
    var answer = API.get(path).as(listener()).send();
    assertThat(answer.status()).as(path).isEqualTo(400);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
  }

  @Test
  void nobodyReadsWithoutASession() {
    for (var resource :
        List.of(
            "top-tracks",
            "top-artists",
            "recently-played",
            "playlists",
            "playlists/x/tracks",
            "saved-tracks",
            "saved-albums",
            "followed-artists")) {
      assertThat(API.get("/v1/me/" + resource).send().status()).as(resource).isEqualTo(401);
    }
  }
}
