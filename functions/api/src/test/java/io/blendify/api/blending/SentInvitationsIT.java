package io.blendify.api.blending;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api;
import io.blendify.api.Api.Answer;
import io.blendify.api.Api.User;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SentInvitationsIT {
  static final Api API = BlendIT.API;

  private final User ada = API.user("Ada");
  private final String path = "/v1/blends/" + BlendIT.blendOf(ada) + "/invitations";

  private Answer invite() {
    var answer = API.post(path).as(ada).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    API.clock.advance(Duration.ofSeconds(1));
    return answer;
  }

  private List<String> states() {
    var items = API.get(path).as(ada).send().json().get("items").values();
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.get("status").getStringValue())
        .toList();
  }

  private int revoke(Answer invitation) {
    return API.delete(path + "/" + invitation.text("id")).as(ada).send().status();
  }

  @Test
  void aRevokedInvitationLetsNobodyIn() {
    var invitation = invite();
    assertThat(revoke(invitation)).isEqualTo(204);
    var ben = API.user("Ben");
    assertThat(BlendIT.accept(invitation.text("token"), ben, "{}").status()).isEqualTo(410);
    assertThat(API.get("/v1/invitations/" + invitation.text("token")).send().status())
        .isEqualTo(410);
    assertThat(API.get("/v1/blends").as(ben).send().json().get("items").size()).isZero();
  }

  @Test
  void revokingTwiceIsTheSameAsOnceAndTheFirstTimeCounts() {
    var invitation = invite();
    assertThat(revoke(invitation)).isEqualTo(204);
    var before = API.contents();
    API.clock.advance(Duration.ofMinutes(1));
    assertThat(revoke(invitation)).isEqualTo(204);
    assertThat(API.contents()).isEqualTo(before);
  }

  @Test
  void whoIsInStaysInWhenTheirInvitationIsToBeRevoked() {
    var invitation = invite();
    var ben = API.user("Ben");
    BlendIT.accept(invitation.text("token"), ben, "{}");
    assertThat(revoke(invitation)).isEqualTo(409);
    assertThat(API.get("/v1/blends").as(ben).send().json().get("items").size()).isEqualTo(1);
  }

  @Test
  void theListSaysHowEachStandsNewestFirstAndTellsNoToken() {
    var old = invite();
    API.clock.advance(Duration.ofDays(8));
    var used = invite();
    BlendIT.accept(used.text("token"), API.user("Ben"), "{}");
    revoke(invite());
    invite();
    assertThat(states()).containsExactly("open", "revoked", "accepted", "expired");
    assertThat(API.get(path).as(ada).send().body())
        .doesNotContain(old.text("token"), used.text("token"), "token");
  }

  @Test
  void pagesFitTogether() {
    invite();
    invite();
    invite();
    var first = API.get(path + "?limit=2").as(ada).send().json();
    var cursor = first.get("next_cursor").getStringValue();
    var second = API.get(path + "?limit=2&cursor=" + cursor).as(ada).send().json();
    assertThat(first.get("items").size()).isEqualTo(2);
    assertThat(second.get("items").size()).isEqualTo(1);
    assertThat(ids(first)).doesNotContainAnyElementsOf(ids(second));
  }

  private static List<String> ids(JsonNode page) {
    return StreamSupport.stream(page.get("items").values().spliterator(), false)
        .map(item -> item.get("id").getStringValue())
        .toList();
  }

  @Test
  void whoseFieldsAreAllOptionalNeedsNoBody() {
    var token = invite().text("token");
    var ben = API.user("Ben");
    var accepted = API.post("/v1/invitations/" + token + "/acceptance").as(ben).send();
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(201);
    var refresh = path.replace("/invitations", "/refresh");
    assertThat(API.post(refresh).as(ben).send().status()).isEqualTo(202);
  }
}
