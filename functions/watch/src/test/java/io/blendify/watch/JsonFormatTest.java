package io.blendify.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.watch.Trail;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JsonFormatTest {

  private final Printed printed = new Printed();

  @Test
  void aLineHasWhatAnOperatorSearchesBy() {
    Trail.of("Kf1x-abc=", "own")
        .with("job_id", 12)
        .with("provider", "spotify")
        .run(() -> printed.json("io.blendify.fetcher.FetchJob").info("{} pages read", 3));

    var line = printed.only();
    assertThat(Instant.parse(line.get("timestamp").asText()))
        .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
    assertThat(line.get("level").asText()).isEqualTo("INFO");
    assertThat(line.get("message").asText()).isEqualTo("3 pages read");
    assertThat(line.get("logger").asText()).isEqualTo("io.blendify.fetcher.FetchJob");
    assertThat(line.get("function_name").asText()).isEqualTo("blendify-fetcher");
    assertThat(line.get("function_version").asText()).isEqualTo("7");
    assertThat(line.get("correlation_id").asText()).isEqualTo("Kf1x-abc=");
    assertThat(line.get("job_id").asText()).isEqualTo("12");
    assertThat(line.get("provider").asText()).isEqualTo("spotify");
  }

  @Test
  void anErrorIsPartOfItsLine() {
    printed
        .json("io.blendify.X")
        .error("message {} failed", "m-1", new IllegalStateException("twice\nover"));

    var error = printed.only().get("error");
    assertThat(error.get("name").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(error.get("message").asText()).isEqualTo("twice\nover");
    assertThat(error.get("stack").asText()).contains("at io.blendify.watch.JsonFormatTest");
  }

  @Test
  void whatIsGivenWithAMessageIsAFieldAndANumberStaysOne() {
    printed
        .json("io.blendify.X")
        .atInfo()
        .addKeyValue("status", "completed")
        .addKeyValue("items", 12)
        .addKeyValue("reason", (Object) null)
        .log("job {}", "completed");

    var line = printed.only();
    assertThat(line.get("status").asText()).isEqualTo("completed");
    assertThat(line.get("items").isInt()).isTrue();
    assertThat(line.has("reason")).isFalse();
    assertThat(line.get("message").asText()).isEqualTo("job completed");
  }

  @Test
  void noFieldTakesTheNameOfAnother() {
    Trail.of("a", "a")
        .with("level", "NONE")
        .run(
            () ->
                printed.json("io.blendify.X").atWarn().addKeyValue("message", "mine").log("ours"));

    assertThat(printed.lines()).hasSize(1);
    assertThat(printed.text()).containsOnlyOnce("\"level\":").containsOnlyOnce("\"message\":");
    assertThat(printed.only().get("message").asText()).isEqualTo("ours");
  }

  @Test
  void whatIsTooLongIsCut() {
    printed.json("io.blendify.X").info("x".repeat(2_000_000));

    assertThat(printed.text().length()).isLessThan(20_000);
    assertThat(printed.only().get("message").asText()).endsWith("x…");
  }

  @Test
  void theTraceOfTheInvocationIsInIt() {
    System.setProperty(
        "com.amazonaws.xray.traceHeader",
        "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=557abcec3ee5a047;Sampled=1");
    try {
      printed.json("io.blendify.X").info("traced");
    } finally {
      System.clearProperty("com.amazonaws.xray.traceHeader");
    }
    assertThat(printed.only().get("xray_trace_id").asText())
        .isEqualTo("1-5759e988-bd862e3fe1be46a994272793");
    assertThat(Surroundings.trace("Sampled=0")).isNull();
    assertThat(Surroundings.trace("Root=1-a")).isEqualTo("1-a");
  }
}
