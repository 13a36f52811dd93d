package io.blendify.providers.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"a\":null}", "{\"a\":[1]}", "{\"a\":{\"b\":1}}", "[]", "null", "\"a\""})
  void whatIsMissingOrOfAnotherTypeIsNull(String json) {
    var node = read(json);
    assertThat(JsonFields.text(node, "a")).isNull();
    assertThat(JsonFields.integer(node, "a")).isNull();
    assertThat(JsonFields.longInteger(node, "a")).isNull();
    assertThat(JsonFields.bool(node, "a")).isNull();
    assertThat(JsonFields.instant(node, "a")).isNull();
  }

  @Test
  void containersAreOnlyTakenForWhatTheyAre() {
    assertThat(JsonFields.object(read("{\"a\":[]}"), "a")).isNull();
    assertThat(JsonFields.array(read("{\"a\":{}}"), "a")).isNull();
    assertThat(JsonFields.texts(read("{\"a\":[\"x\",1,null,\"y\"]}"), "a"))
        .containsExactly("x", "y");
    assertThat(JsonFields.array(read("{\"a\":[null,1]}"), "a")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "99999999999", "1e40", "-1e-3", "\"7\"", "true"})
  void aNumberThatDoesNotFitIsNull(String number) {
    assertThat(JsonFields.integer(read("{\"a\":" + number + "}"), "a")).isNull();
  }

  @Test
  void wholeNumbersAreTakenHoweverTheyAreWritten() {
    assertThat(JsonFields.integer(read("{\"a\":2e2}"), "a")).isEqualTo(200);
    assertThat(JsonFields.longInteger(read("{\"a\":9007199254740993}"), "a"))
        .isEqualTo(9007199254740993L);
  }

  @Test
  void timesAreReadInEveryFormOfRfc3339() {
    assertThat(JsonFields.instant(read("{\"a\":\"2026-05-04T18:24:11.240Z\"}"), "a"))
        .isEqualTo(Instant.parse("2026-05-04T18:24:11.240Z"));
    assertThat(JsonFields.instant(read("{\"a\":\"2026-05-04T20:24:11+02:00\"}"), "a"))
        .isEqualTo(Instant.parse("2026-05-04T18:24:11Z"));
    assertThat(JsonFields.instant(read("{\"a\":\"2026-05-04T18:24:11.1234567Z\"}"), "a"))
        .isEqualTo(Instant.parse("2026-05-04T18:24:11.123456Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0000-00-00", "2026-05-04", "+999999999-01-01T00:00:00Z", "soon"})
  void whatIsNoTimeIsNull(String text) {
    assertThat(JsonFields.instant(read("{\"a\":\"" + text + "\"}"), "a")).isNull();
  }

  @Test
  void textsAreMadeStorable() {
    assertThat(JsonFields.text(read("{\"a\":\"x\\u0000y\\ud800\"}"), "a"))
        .isEqualTo("x\uFFFDy\uFFFD");
  }

  private static JsonNode read(String json) {
    try {
      return JsonTree.read(json.getBytes(UTF_8));
    } catch (IOException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
