package io.blendify.api.taste;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api;
import io.blendify.api.Api.User;
import io.blendify.core.queue.QueueName;
import org.junit.jupiter.api.Test;

class OutlookRoutesIT {

  private static final String FINDABLE = "/v1/me/findable";
  private static final String NEIGHBOURS = "/v1/me/neighbours";
  private static final Api API = Api.start();

  private final User ada = API.user("Ada");
  private final User ben = API.user("Ben");

  @Test
  void nobodyIsFoundWhoDidNotAgree() {
    assertThat(API.get(FINDABLE).as(ada).send().json().get("findable").getBooleanValue()).isFalse();
    assertThat(API.get(NEIGHBOURS).as(ada).send().status()).isEqualTo(409);
    agree(ada, "{\"resources\": [\"top_tracks\", \"top_artists\"]}");
    assertThat(API.get(FINDABLE).as(ada).send().json().get("resources").size()).isEqualTo(2);

    API.queue.clear();
    var first = API.get(NEIGHBOURS).as(ada).send();
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.json().get("built_at").isNull()).isTrue();
    assertThat(API.queue.sentTo(QueueName.TASTE)).containsExactly(ada.id());
    found(ada, ben);
    assertThat(API.get(NEIGHBOURS).as(ada).send().json().get("items").size()).isZero();

    agree(ben, "{}");
    found(ada, ben);
    var then = API.get(NEIGHBOURS).as(ada).send();
    assertThat(then.json().get("items").get(0).get("display_name").getStringValue())
        .isEqualTo("Ben");
    assertThat(then.body()).doesNotContain(ben.id().toString(), ben.email());
  }

  @Test
  void whoWithdrawsIsGoneAtOnce() {
    agree(ada, "{}");
    agree(ben, "{}");
    API.get(NEIGHBOURS).as(ada).send();
    found(ada, ben);
    found(ben, ada);
    assertThat(API.delete(FINDABLE).as(ben).send().status()).isEqualTo(204);
    assertThat(API.get(NEIGHBOURS).as(ada).send().json().get("items").size()).isZero();
    assertThat(API.get(NEIGHBOURS).as(ben).send().status()).isEqualTo(409);
    assertThat(
            API.query(
                "SELECT user_id FROM taste.neighbours WHERE '%s' IN (user_id, neighbour_id)"
                    .formatted(ben.id())))
        .isEmpty();
  }

  @Test
  void aSuggestionSaysWhy() {
    assertThat(API.get("/v1/me/suggestions").as(ada).send().json().get("items").size()).isZero();
    API.sql(
        """
        WITH item AS (
          INSERT INTO catalog.items (provider, kind, provider_item_id)
          VALUES ('spotify', 'track', '%1$s') RETURNING id
        ), version AS (
          INSERT INTO catalog.item_versions (item_id, content_hash, name, artist_name, metadata, first_seen_at)
          SELECT id, sha256('x'), 'Salt', 'Ava', '{}', '2026-02-01' FROM item RETURNING id
        )
        INSERT INTO taste.suggestions (user_id, position, version_id, because)
        SELECT '%1$s', 1, id, 'Pepper by Ivo' FROM version
        """
            .formatted(ada.id()));
    var track = API.get("/v1/me/suggestions").as(ada).send().json().get("items").get(0);
    assertThat(track.get("track_name").getStringValue()).isEqualTo("Salt");
    assertThat(track.get("reason").getStringValue())
        .isEqualTo("Those who like Pepper by Ivo like it.");
  }

  /** As the blend function writes it. */
  private static void found(User user, User neighbour) {
    API.sql(
        """
        INSERT INTO taste.neighbours (user_id, neighbour_id, score, interval_low, interval_high, shared)
        VALUES ('%s', '%s', 70, 60, 80, '{Ava}') ON CONFLICT DO NOTHING
        """
            .formatted(user.id(), neighbour.id()));
  }

  private static void agree(User user, String body) {
    var answer = API.call("PUT", FINDABLE).as(user).json(body).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }
}
