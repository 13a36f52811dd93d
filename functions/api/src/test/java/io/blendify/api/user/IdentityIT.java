package io.blendify.api.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdentityIT {
  static final Api API = Api.start();
  static final String ADA =
      """
      {"email": "Ada@Example.com", "password": "counting engines, 1843", "display_name": "Ada"}
      """;

  @Test
  void somebodySignsUpSignsInAndOut() {
    var up = API.post("/v1/users").json(ADA).send();
    assertThat(up.status()).isEqualTo(201);
    assertThat(up.header("location")).isEqualTo("/v1/me");
    assertThat(up.text("email")).isEqualTo("ada@example.com");
    assertThat(API.query("SELECT password_hash FROM users WHERE email = 'ada@example.com'"))
        .singleElement()
        .asString()
        .startsWith("$argon2id$");

    var in =
        API.post("/v1/sessions")
            .json("{\"email\": \"ada@example.com\", \"password\": \"counting engines, 1843\"}")
            .send();
    assertThat(in.status()).isEqualTo(201);
    assertThat(in.cookie("blendify_session")).isEqualTo(in.text("token"));
    assertThat(in.response().getCookies())
        .singleElement()
        .asString()
        .contains("HttpOnly", "SameSite=Lax", "Path=/");

    var bearer = "Bearer " + in.text("token");
    var me = API.get("/v1/me").header("authorization", bearer).send();
    assertThat(me.text("display_name")).isEqualTo("Ada");
    assertThat(API.delete("/v1/sessions/current").header("authorization", bearer).send().status())
        .isEqualTo(204);
    assertThat(API.get("/v1/me").header("authorization", bearer).send().status()).isEqualTo(401);
  }

  @Test
  void anAddressHasOneAccount() {
    var body = ADA.replace("Ada@Example.com", "twice@example.com");
    assertThat(API.post("/v1/users").json(body).send().status()).isEqualTo(201);
    var second = API.post("/v1/users").json(body).send();
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text("type")).isEqualTo("/problems/conflict");
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressLookTheSame() {
    API.post("/v1/users").json(ADA.replace("Ada@Example.com", "known@example.com")).send();
    var wrong =
        API.post("/v1/sessions")
            .json("{\"email\": \"known@example.com\", \"password\": \"not that one\"}")
            .send();
    var unknown =
        API.post("/v1/sessions")
            .json("{\"email\": \"unknown@example.com\", \"password\": \"not that one\"}")
            .send();
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.body()).isEqualTo(unknown.body());
  }

  @Test
  void everyWrongFieldIsNamed() {
    var answer =
        API.post("/v1/users")
            .json("{\"email\": \"no address\", \"password\": \"short\", \"display_name\": \"\"}")
            .send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("type")).isEqualTo("/problems/invalid-request");
    assertThat(answer.body())
        .contains("\"field\":\"email\"", "\"field\":\"password\"", "\"field\":\"display_name\"");
  }

  @Test
  void aSessionEndsWithItsTime() {
    var user = API.user("Short");
    assertThat(API.get("/v1/me").as(user).send().status()).isEqualTo(200);
    API.clock.advance(Duration.ofDays(31));
    assertThat(API.get("/v1/me").as(user).send().status()).isEqualTo(401);
  }

  @Test
  void deletingTheAccountLeavesNothing() {
    var user = API.user("Gone");
    var other = API.user("Stays");
    assertThat(API.delete("/v1/me").as(user).send().status()).isEqualTo(204);
    assertThat(API.query("SELECT id FROM users WHERE id = '" + user.id() + "'")).isEmpty();
    assertThat(API.query("SELECT id FROM sessions WHERE user_id = '" + user.id() + "'")).isEmpty();
    assertThat(API.get("/v1/me").as(user).send().status()).isEqualTo(401);
    assertThat(API.get("/v1/me").as(other).send().status()).isEqualTo(200);
  }

  @Test
  void tasteInShortIsEmptyUntilItIsBuilt() {
    var user = API.user("Ada");
    var before = API.get("/v1/me/profile").as(user).send();
    assertThat(before.status()).isEqualTo(200);
    assertThat(before.json().get("artists").size()).isZero();
    assertThat(before.json().get("built_at").isNull()).isTrue();
  }

  /** PostgreSQL's texts cannot hold it; the fuzz test found that this was our fault. */
  @Test
  void anAddressWithANulIsNobodys() {
    var answer =
        API.post("/v1/sessions")
            .json("{\"email\": \"ada\\u0000@example.com\", \"password\": \"a wrong one\"}")
            .send();
    assertThat(answer.status()).isEqualTo(401);
  }
}
