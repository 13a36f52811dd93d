package io.blendify.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** While the database is away, nobody is told that something is broken, and nobody waits long. */
class DatabaseAwayIT {

  private static final Api API =
      Api.with(
          Map.of(
              "blendify.database.url",
              "jdbc:postgresql://127.0.0.1:9/away",
              "datasources.default.connection-timeout",
              "1000"));

  @Test
  void aRequestIsToSendItselfAgain() {
    var answer =
        API.post("/v1/sessions")
            .json("{\"email\": \"ada@example.com\", \"password\": \"a long password\"}")
            .send();

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).isEqualTo("10");
    assertThat(answer.text("type")).isEqualTo("/problems/unavailable");
    assertThat(answer.body()).doesNotContain("127.0.0.1", "jdbc", "SQL");
  }

  @Test
  void whatNeedsNoDatabaseGoesOn() {
    assertThat(API.get("/health").send().status()).isEqualTo(200);
  }
}
