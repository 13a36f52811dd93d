package io.blendify.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ApiHandlerIT {
  static final Api API = Api.start();

  @Test
  void healthAnswersWithoutSession() {
    var answer = API.get("/health").send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("status")).isEqualTo("up");
    assertThat(answer.header("x-request-id")).isEqualTo("test-request");
    assertThat(answer.header("content-security-policy")).contains("default-src 'none'");
  }

  @Test
  void anAddressThatDoesNotExistIsAProblem() {
    var answer = API.get("/v1/nothing").send();
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.text("type")).isEqualTo("/problems/not-found");
    assertThat(answer.text("instance")).isEqualTo("/v1/nothing");
  }

  @Test
  void aWrongMethodIsAProblem() {
    var answer = API.delete("/health").send();
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.text("type")).isEqualTo("/problems/method-not-allowed");
    assertThat(answer.header("allow")).contains("GET");
  }

  @Test
  void aBodyOverTheBoundIsRefusedUnread() {
    var answer = API.post("/v1/users").json("\"" + "x".repeat(300_000) + "\"").send();
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text("type")).isEqualTo("/problems/too-large");
  }

  @Test
  void anAddressThatIsNoneIsAProblem() {
    var answer = API.get("/v1/\u0000bad path%zz").send();
    assertThat(answer.status()).isBetween(400, 404);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
  }

  @Test
  void theDescriptionIsServed() {
    var answer = API.get("/v1/openapi.yaml").send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).startsWith("application/yaml");
    assertThat(answer.body()).contains("openapi: 3", "/health");
  }

  @Test
  void whoHasTheBytesAlreadyGetsNone() {
    var first = API.get("/v1/openapi.yaml").send();
    var tag = first.header("etag");
    assertThat(tag).startsWith("\"").endsWith("\"");
    var second = API.get("/v1/openapi.yaml").header("if-none-match", "\"other\", " + tag).send();
    assertThat(second.status()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(second.header("etag")).isEqualTo(tag);
  }

  @Test
  void everythingThatTheDescriptionRefersToIsInIt() {
    var document = API.get("/v1/openapi.yaml").send().body();
    var references =
        Pattern.compile("#/components/[a-z]+/([A-Za-z0-9_.]+)")
            .matcher(document)
            .results()
            .map(reference -> reference.group(1))
            .distinct()
            .toList();
    assertThat(references).contains("problem", "Problem");
    assertThat(references)
        .allSatisfy(name -> assertThat(document).containsPattern("(?m)^    " + name + ":"));
  }
}
