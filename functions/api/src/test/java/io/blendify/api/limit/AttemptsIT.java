package io.blendify.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api;
import io.blendify.api.Api.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptsIT {

  private static final String WRONG =
      "{\"email\": \"%s\", \"password\": \"counting engines, 1844\"}";
  private static final String RIGHT = WRONG.replace("1844", "1843");
  private static final String ADA =
      """
      {"email": "%s", "password": "counting engines, 1843", "display_name": "Ada"}
      """;

  @Test
  void aPasswordCannotBeTriedOverAndOver() {
    var api = Api.start();
    signUp(api, "ada@example.com");
    for (int i = 0; i < 10; i++) {
      assertThat(signIn(api, WRONG, "ada@example.com").status()).isEqualTo(401);
    }
    var refused = signIn(api, RIGHT, "ada@example.com");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("content-type")).isEqualTo("application/problem+json");
    assertThat(refused.text("type")).isEqualTo("/problems/too-many-requests");
    assertThat(refused.header("retry-after")).isEqualTo("60");

    api.clock.advance(Duration.ofSeconds(60));
    assertThat(signIn(api, RIGHT, "ada@example.com").status()).isEqualTo(201);
    assertThat(signIn(api, WRONG, "ada@example.com").status()).as("a new count").isEqualTo(401);
  }

  @Test
  void anAccountThatDoesNotExistIsLimitedJustTheSame() {
    var api = Api.start();
    for (int i = 0; i < 10; i++) {
      assertThat(signIn(api, WRONG, "nobody@example.com").status()).isEqualTo(401);
    }
    assertThat(signIn(api, WRONG, "Nobody@example.com ").status()).isEqualTo(429);
  }

  @Test
  void oneAddressCannotTryManyAccountsWhateverItsHeadersSay() {
    var api = Api.start();
    int refused = 0;
    for (int i = 0; i < 102; i++) {
      var answer =
          api.post("/v1/sessions")
              .header("x-forwarded-for", "192.0.2." + i)
              .header("X-Blendify-Source", "c00002" + i)
              .json("{}")
              .send();
      refused += answer.status() == 429 ? 1 : 0;
    }
    assertThat(refused).isEqualTo(2);
  }

  @Test
  void oneAddressCannotMakeAccountsWithoutEnd() {
    var api = Api.start();
    for (int i = 0; i < 60; i++) {
      assertThat(api.post("/v1/users").json("{}").send().status()).isEqualTo(400);
    }
    assertThat(api.post("/v1/users").json(ADA.formatted("eve@example.com")).send().status())
        .isEqualTo(429);
    assertThat(api.query("SELECT email FROM users")).isEmpty();
    assertThat(api.post("/sign-up").browser().form("email", "eve@example.com").send().status())
        .as("nor by hand")
        .isEqualTo(429);
  }

  private static void signUp(Api api, String email) {
    assertThat(api.post("/v1/users").json(ADA.formatted(email)).send().status()).isEqualTo(201);
  }

  private static Answer signIn(Api api, String body, String email) {
    return api.post("/v1/sessions").json(body.formatted(email)).send();
  }
}
