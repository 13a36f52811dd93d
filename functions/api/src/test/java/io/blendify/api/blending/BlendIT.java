package io.blendify.api.blending;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api;
import io.blendify.api.Api.Answer;
import io.blendify.api.Api.User;
import io.blendify.core.queue.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlendIT {
  static final Api API = Api.start();

  static String blendOf(User user) {
    var answer = API.post("/v1/blends").as(user).json("{\"name\": \"Road trip\"}").send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().get("blend").get("id").getStringValue();
  }

  static String invitationTo(String blend, User owner) {
    var answer = API.post("/v1/blends/" + blend + "/invitations").as(owner).json("{}").send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.text("token");
  }

  static Answer accept(String token, User user, String body) {
    return API.post("/v1/invitations/" + token + "/acceptance").as(user).json(body).send();
  }

  @Test
  void whoMakesABlendTakesPartWithConsentOfTheirOwn() {
    var ada = API.user("Ada");
    var id = blendOf(ada);
    var blend = API.get("/v1/blends/" + id).as(ada).send().json();
    assertThat(blend.get("participants").size()).isEqualTo(1);
    assertThat(blend.get("participants").get(0).get("resources").size()).isEqualTo(8);
    assertThat(blend.get("blend").get("is_owner").getBooleanValue()).isTrue();
    assertThat(API.query("SELECT granted FROM consents WHERE blend_id = '" + id + "'"))
        .containsExactly("t");
    assertThat(API.get("/v1/blends").as(ada).send().json().get("items").size()).isEqualTo(1);
  }

  @Test
  void anInvitationLetsOnePersonInAndStartsTheWork() {
    var ada = API.user("Ada");
    var ben = API.user("Ben");
    var id = blendOf(ada);
    var token = invitationTo(id, ada);
    assertThat(API.query("SELECT i::text FROM invitations i").toString()).doesNotContain(token);

    var seen = API.get("/v1/invitations/" + token).send();
    assertThat(seen.text("invited_by")).isEqualTo("Ada");
    API.queue.clear();
    var accepted = accept(token, ben, "{\"resources\": [\"top_tracks\", \"saved_tracks\"]}");
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(201);
    var refresh = accepted.json().get("refresh").get("id").getStringValue();
    assertThat(API.queue.sentTo(QueueName.BLENDS)).extracting(String::valueOf).contains(refresh);
    assertThat(API.query("SELECT resources FROM consents WHERE user_id = '" + ben.id() + "'"))
        .containsExactly("{saved_tracks,top_tracks}");

    assertThat(accept(token, API.user("Cleo"), "{}").status()).isEqualTo(410);
    assertThat(API.get("/v1/invitations/" + token).send().status()).isEqualTo(410);
    assertThat(API.get("/v1/invitations/guess").send().status()).isEqualTo(404);
  }

  @Test
  void anInvitationRunsOut() {
    var ada = API.user("Ada");
    var token = invitationTo(blendOf(ada), ada);
    API.clock.advance(Duration.ofDays(8));
    var ben = API.user("Ben");
    assertThat(accept(token, ben, "{}").status()).isEqualTo(410);
  }

  @Test
  void whoTakesPartAlreadyLeavesTheInvitationOpen() {
    var ada = API.user("Ada");
    var token = invitationTo(blendOf(ada), ada);
    assertThat(accept(token, ada, "{}").status()).isEqualTo(409);
    assertThat(API.get("/v1/invitations/" + token).send().status()).isEqualTo(200);
  }

  @Test
  void unknownResourcesAreNoConsent() {
    var ada = API.user("Ada");
    var ben = API.user("Ben");
    var token = invitationTo(blendOf(ada), ada);
    for (var body : List.of("{\"resources\": []}", "{\"resources\": [\"diary\"]}")) {
      var answer = accept(token, ben, body);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("\"field\":\"resources\"");
    }
  }

  @Test
  void leavingTakesEffectAtOnceAndPassesTheBlendOn() {
    var ada = API.user("Ada");
    var ben = API.user("Ben");
    var id = blendOf(ada);
    accept(invitationTo(id, ada), ben, "{}");
    assertThat(API.delete("/v1/blends/" + id + "/participants/me").as(ada).send().status())
        .isEqualTo(204);
    assertThat(API.get("/v1/blends/" + id).as(ada).send().status()).isEqualTo(404);
    var blend = API.get("/v1/blends/" + id).as(ben).send().json();
    assertThat(blend.get("blend").get("is_owner").getBooleanValue()).isTrue();
    assertThat(blend.get("participants").size()).isEqualTo(1);
    assertThat(
            API.query(
                "SELECT granted FROM consents WHERE user_id = '" + ada.id() + "' ORDER BY id"))
        .containsExactly("t", "f");
  }

  @Test
  void whoIsAloneDeletesAndDoesNotLeave() {
    var ada = API.user("Ada");
    var id = blendOf(ada);
    assertThat(API.delete("/v1/blends/" + id + "/participants/me").as(ada).send().status())
        .isEqualTo(409);
    assertThat(API.delete("/v1/blends/" + id).as(ada).send().status()).isEqualTo(204);
    assertThat(API.get("/v1/blends/" + id).as(ada).send().status()).isEqualTo(404);
    assertThat(API.query("SELECT id FROM blends WHERE id = '" + id + "'")).isEmpty();
  }

  @Test
  void theScoreOfAPastDayIsTheOneThatHeldThen() {
    var ada = API.user("Ada");
    var id = blendOf(ada);
    for (var day : List.of("2026-01-05", "2026-01-10", "2026-01-12")) {
      API.sql(
          """
          WITH refresh AS (
            INSERT INTO blend_refreshes (id, blend_id, status, seed, requested_at, finished_at)
            VALUES (gen_random_uuid(), '%1$s', 'completed', 1, '%2$sT12:00Z', '%2$sT12:00Z')
            RETURNING id
          )
          INSERT INTO blend_scores (id, blend_id, refresh_id, score, interval_low, interval_high,
            details, engine_version, created_at)
          SELECT gen_random_uuid(), '%1$s', id, %3$s, 0, 100, '{}', 2, '%2$sT12:00:00.000001Z'
          FROM refresh
          """
              .formatted(id, day, day.substring(8)));
    }
    assertThat(scores(ada, id, "")).containsExactly(12.0, 10.0, 5.0);
    assertThat(scores(ada, id, "?asOf=2026-01-11")).containsExactly(10.0, 5.0);
    assertThat(scores(ada, id, "?asOf=2026-01-10T12:00:00.000001Z")).containsExactly(10.0, 5.0);
    assertThat(scores(ada, id, "?asOf=2026-01-10T12:00:00Z")).containsExactly(5.0);
    assertThat(scores(ada, id, "?asOf=2026-01-01")).isEmpty();
    var first = API.get("/v1/blends/" + id + "/scores?asOf=2026-01-11&limit=1").as(ada).send();
    assertThat(scores(ada, id, "?asOf=2026-01-11&cursor=" + first.text("next_cursor")))
        .containsExactly(5.0);
  }

  @Test
  void aPastDayCanBeComputedAndAFutureOneCannot() {
    var ada = API.user("Ada");
    var id = blendOf(ada);
    var path = "/v1/blends/" + id + "/refresh";
    var answer = API.post(path + "?asOf=2026-01-05").as(ada).send();
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("as_of")).isEqualTo("2026-01-05T23:59:59.999999Z");
    assertThat(answer.text("status")).isEqualTo("pending");
    assertThat(API.post(path + "?asOf=2026-01-05").as(ada).send().text("id"))
        .as("asked twice, computed once")
        .isEqualTo(answer.text("id"));
    assertThat(API.post(path + "?asOf=2026-01-04").as(ada).send().status()).isEqualTo(409);
    assertThat(API.post(path + "?asOf=2999-01-01").as(ada).send().status()).isEqualTo(400);
    assertThat(API.post(path).as(ada).send().json().get("as_of").isNull()).isTrue();
    assertThat(API.post(path + "?asOf=2026-01-05").as(API.user("Ben")).send().status())
        .isEqualTo(404);
  }

  private static List<Double> scores(User user, String blend, String query) {
    var answer = API.get("/v1/blends/" + blend + "/scores" + query).as(user).send();
    var scores = new ArrayList<Double>();
    answer
        .json()
        .get("items")
        .values()
        .forEach(item -> scores.add(item.get("score").getDoubleValue()));
    return scores;
  }

  @Test
  void onlyItsOwnerChangesInvitesAndDeletes() {
    var ada = API.user("Ada");
    var ben = API.user("Ben");
    var id = blendOf(ada);
    accept(invitationTo(id, ada), ben, "{}");
    var before = API.contents();
    var path = "/v1/blends/" + id;
    assertThat(API.patch(path).as(ben).json("{\"name\": \"Mine\"}").send().status()).isEqualTo(403);
    assertThat(API.delete(path).as(ben).send().status()).isEqualTo(403);
    assertThat(API.post(path + "/invitations").as(ben).json("{}").send().status()).isEqualTo(403);
    assertThat(API.contents()).isEqualTo(before);
  }

  @Test
  void aBlendChanges() {
    var ada = API.user("Ada");
    var path = "/v1/blends/" + blendOf(ada);
    var changed =
        API.patch(path)
            .as(ada)
            .json("{\"algorithm_type\": \"discovery\", \"algorithm_config\": {\"length\": 20}}")
            .send();
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    var blend = changed.json().get("blend");
    assertThat(blend.get("name").getStringValue()).isEqualTo("Road trip");
    assertThat(blend.get("algorithm_type").getStringValue()).isEqualTo("discovery");
    assertThat(blend.get("algorithm_config").get("length").getIntValue()).isEqualTo(20);
    var wrong = API.patch(path).as(ada).json("{\"algorithm_config\": {\"length\": 9}}").send();
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("algorithm_config.length");
  }

  @Test
  void weightAndConsentChange() {
    var ada = API.user("Ada");
    var path = "/v1/blends/" + blendOf(ada) + "/participants/me";
    var answer =
        API.patch(path).as(ada).json("{\"weight\": 2.5, \"resources\": [\"top_tracks\"]}").send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    var me = answer.json().get("participants").get(0);
    assertThat(me.get("weight").getDoubleValue()).isEqualTo(2.5);
    assertThat(me.get("resources").size()).isEqualTo(1);
    assertThat(API.patch(path).as(ada).json("{\"weight\": 0}").send().status()).isEqualTo(400);
  }

  @Test
  void aRefreshIsAskedForOnceAtATime() {
    var ada = API.user("Ada");
    var path = "/v1/blends/" + blendOf(ada) + "/refresh";
    var first = API.post(path).as(ada).send();
    assertThat(first.status()).as(first.body()).isEqualTo(202);
    assertThat(API.post(path).as(ada).send().text("id")).isEqualTo(first.text("id"));
  }

  @Test
  void aQueueThatIsDownLosesNoRefresh() {
    var ada = API.user("Ada");
    var path = "/v1/blends/" + blendOf(ada) + "/refresh";
    API.queue.down(true);
    try {
      var answer = API.post(path).as(ada).send();
      assertThat(answer.status()).isEqualTo(202);
      assertThat(
              API.query(
                  "SELECT sent_at FROM blend_refreshes WHERE id = '" + answer.text("id") + "'"))
          .containsExactly("null");
    } finally {
      API.queue.down(false);
    }
  }

  @Test
  void blendsComeInPages() {
    var ada = API.user("Ada");
    for (int i = 0; i < 3; i++) {
      blendOf(ada);
    }
    var first = API.get("/v1/blends?limit=2").as(ada).send();
    assertThat(first.json().get("items").size()).isEqualTo(2);
    var cursor = first.text("next_cursor");
    var second = API.get("/v1/blends?limit=2&cursor=" + cursor).as(ada).send();
    assertThat(second.json().get("items").size()).isEqualTo(1);
    assertThat(second.json().get("next_cursor").isNull()).isTrue();
    assertThat(API.get("/v1/blends?cursor=" + cursor).as(API.user("Eve")).send().status())
        .isEqualTo(400);
  }

  @Test
  void whoDeletesTheAccountLeavesTheBlendToTheOthers() {
    var ada = API.user("Ada");
    var ben = API.user("Ben");
    var id = blendOf(ada);
    accept(invitationTo(id, ada), ben, "{}");
    assertThat(API.delete("/v1/me").as(ada).send().status()).isEqualTo(204);
    var blend = API.get("/v1/blends/" + id).as(ben).send().json();
    assertThat(blend.get("blend").get("is_owner").getBooleanValue()).isTrue();
    assertThat(blend.get("participants").size()).isEqualTo(1);
    assertThat(blend.get("refresh").get("status").getStringValue()).isEqualTo("pending");
  }
}
