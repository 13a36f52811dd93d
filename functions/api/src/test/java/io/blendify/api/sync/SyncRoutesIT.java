package io.blendify.api.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SyncRoutesIT {

  private static final Api API = Api.start();

  private static Api.User connected() {
    var user = API.user("Ada");
    API.sql(
        """
        WITH c AS (
          INSERT INTO provider_connections
            (id, user_id, provider, provider_user_id, status, consented_at, created_at, updated_at)
          VALUES (gen_random_uuid(), '%1$s', 'spotify', '%1$s', 'active', '2026-02-01T00:00:00Z',
            '2026-02-01T00:00:00Z', '2026-02-01T00:00:00Z')
          RETURNING id, user_id, provider
        )
        INSERT INTO provider_sync_status
          (connection_id, resource, list_key, user_id, provider, last_complete_at, items, updated_at)
        SELECT id, resource, list_key, user_id, provider, CAST(at AS timestamptz), items,
               '2026-02-01T00:00:00Z'
        FROM c, (VALUES
          ('recently_played', '', NULL, NULL),
          ('top_tracks', 'long_term', '2026-02-28T12:00:00Z', 50),
          ('top_tracks', 'short_term', '2026-02-27T12:00:00Z', 40)
        ) AS listing (resource, list_key, at, items)
        """
            .formatted(user.id()));
    return user;
  }

  private static JsonNode resource(JsonNode states, String name) {
    return StreamSupport.stream(states.get("items").values().spliterator(), false)
        .filter(state -> state.get("resource").getStringValue().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aWishStartsAJobForEachListingAndSendsIt() {
    var ada = connected();
    var answer = API.post("/v1/me/syncs").as(ada).json("{}").send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(answer.json().get("items").size()).isEqualTo(3);
    assertThat(
            API.query(
                "SELECT count(*) FROM sync_jobs WHERE sent_at IS NOT NULL AND user_id = '"
                    + ada.id()
                    + "'"))
        .containsExactly("3");
  }

  @Test
  void aSecondWishFindsTheJobsOfTheFirst() {
    var ada = connected();
    API.post("/v1/me/syncs").as(ada).json("{}").send();
    var again = API.post("/v1/me/syncs").as(ada).json("{\"resources\": [\"top_tracks\"]}").send();
    assertThat(again.json().get("items").size()).isEqualTo(2);
    assertThat(again.json().get("items").get(0).get("started").getBooleanValue()).isFalse();
  }

  @Test
  void whatTheProviderCannotSupplyIsSaidToBeUnsupported() {
    var ada = connected();
    var answer =
        API.post("/v1/me/syncs")
            .as(ada)
            .json("{\"provider\": \"spotify\", \"resources\": [\"saved_albums\"]}")
            .send();
    assertThat(answer.json().get("items").get(0).get("reason").getStringValue())
        .isEqualTo("unsupported");
  }

  @Test
  void eachResourceTellsHowCurrentItIs() {
    var ada = connected();
    var states = API.get("/v1/me/syncs").as(ada).send().json();
    var tops = resource(states, "top_tracks");
    assertThat(tops.get("state").getStringValue()).isEqualTo("current");
    assertThat(tops.get("last_complete_at").getStringValue()).isEqualTo("2026-02-27T12:00:00Z");
    assertThat(tops.get("items").getIntValue()).isEqualTo(90);
    assertThat(resource(states, "recently_played").get("state").getStringValue())
        .isEqualTo("never_synced");
    assertThat(resource(states, "saved_albums").get("reason").getStringValue())
        .isEqualTo("unsupported");
    API.post("/v1/me/syncs").as(ada).json("{}").send();
    assertThat(
            resource(API.get("/v1/me/syncs").as(ada).send().json(), "top_tracks")
                .get("state")
                .getStringValue())
        .isEqualTo("syncing");
  }

  @Test
  void aConnectionThatMustBeRenewedStopsEverythingAndSaysSo() {
    var ada = connected();
    API.sql(
        "UPDATE provider_connections SET status = 'reconnect_required', status_detail = 'revoked'"
            + " WHERE user_id = '%s'".formatted(ada.id()));
    var state = resource(API.get("/v1/me/syncs").as(ada).send().json(), "top_tracks");
    assertThat(state.get("state").getStringValue()).isEqualTo("stopped");
    assertThat(state.get("reason").getStringValue()).isEqualTo("reconnect_required");
  }

  @Test
  void withoutABodyEverythingIsSynced() {
    var answer = API.post("/v1/me/syncs").as(connected()).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(answer.json().get("items").size()).isEqualTo(3);
  }

  @Test
  void progressGapsWaitingAndTheEndOfConsentAreTold() {
    var ada = connected();
    API.post("/v1/me/syncs").as(ada).send();
    API.sql(
        """
        UPDATE provider_connections SET consent_expires_at = timestamptz '%2$s' + interval '40 days'
        WHERE user_id = '%1$s';
        UPDATE sync_jobs SET status = 'parked', reason = 'throttled', items_done = 30, items_total = 50,
          not_before = timestamptz '%2$s' + interval '2 hours'
        WHERE user_id = '%1$s' AND list_key = 'long_term';
        UPDATE provider_sync_status SET gap_from = '2026-02-20T00:00:00Z',
          gap_until = '2026-02-21T00:00:00Z', next_due_at = '2026-03-02T00:00:00Z'
        WHERE user_id = '%1$s' AND resource = 'recently_played';
        """
            .formatted(ada.id(), API.clock.instant()));
    var states = API.get("/v1/me/syncs").as(ada).send().json();
    var tops = resource(states, "top_tracks");
    assertThat(tops.get("reason").getStringValue()).isEqualTo("throttled");
    assertThat(tops.get("items_done").getIntValue()).isEqualTo(30);
    assertThat(tops.get("items_total").getIntValue()).isEqualTo(50);
    assertThat(tops.get("resumes_at").getStringValue())
        .isEqualTo(API.clock.instant().plus(Duration.ofHours(2)).toString());
    var plays = resource(states, "recently_played");
    assertThat(plays.get("gap_from").getStringValue()).isEqualTo("2026-02-20T00:00:00Z");
    assertThat(plays.get("gap_until").getStringValue()).isEqualTo("2026-02-21T00:00:00Z");
    assertThat(plays.get("next_due_at").getStringValue()).isEqualTo("2026-03-02T00:00:00Z");
    assertThat(states.get("items").values())
        .allSatisfy(one -> assertThat(one.get("days_until_reconsent").getIntValue()).isEqualTo(40));
  }

  @Test
  void withoutAConnectionThereIsNothingToSync() {
    assertThat(API.post("/v1/me/syncs").as(API.user("Ada")).json("{}").send().status())
        .isEqualTo(409);
    assertThat(
            API.post("/v1/me/syncs")
                .as(connected())
                .json("{\"provider\": \"deezer\"}")
                .send()
                .status())
        .isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resources\": [\"everything\"]}",
        "{\"provider\": \"Spotify!\"}",
        "{\"resources\": \"top_tracks\"",
        "[1, 2]",
      })
  void aMalformedWishIsAProblemAndStartsNothing(String body) {
    var ada = connected();
    var before = API.contents();
    var answer = API.post("/v1/me/syncs").as(ada).json(body).send();
    assertThat(answer.status()).as(body).isEqualTo(400);
    assertThat(API.contents()).isEqualTo(before);
  }

  @Test
  void nobodyWishesWithoutASession() {
    assertThat(API.post("/v1/me/syncs").send().status()).isEqualTo(401);
    assertThat(API.get("/v1/me/syncs").send().status()).isEqualTo(401);
  }
}
