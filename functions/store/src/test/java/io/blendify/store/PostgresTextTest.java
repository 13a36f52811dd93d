package io.blendify.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PostgresTextTest {

  @Test
  void ordinaryTextStaysAsItIs() {
    assertThat(PostgresText.of("Sigur Rós 🎵 \t")).isEqualTo("Sigur Rós 🎵 \t");
  }

  @Test
  void whatCannotBeKeptIsReplaced() {
    assertThat(PostgresText.of("a\u0000b\uD83C")).isEqualTo("a\uFFFDb\uFFFD");
  }

  @Test
  void escapesInJsonAreHeldToTheSameRule() {
    assertThat(PostgresText.json("{\"a\": \"\\u0000\\ud83c\\u00e9\"}"))
        .isEqualTo("{\"a\": \"\uFFFD\uFFFD\\u00e9\"}");
  }

  @Test
  void anEscapedPairStaysAPair() {
    var pair = "{\"a\": \"\\ud83c\\udfb5\"}";
    assertThat(PostgresText.json(pair)).isEqualTo(pair);
  }

  @Test
  void anEscapedBackslashBeforeAUIsNoEscapeOfACharacter() {
    var path = "{\"a\": \"C:\\\\u0000\"}";
    assertThat(PostgresText.json(path)).isEqualTo(path);
  }

  @Test
  void anArrayLiteralQuotesItsElements() {
    assertThat(PostgresText.array(Arrays.asList("a\"b", null, "c\\d, {e}", "")))
        .isEqualTo("{\"a\\\"b\",NULL,\"c\\\\d, {e}\",\"\"}");
  }
}
