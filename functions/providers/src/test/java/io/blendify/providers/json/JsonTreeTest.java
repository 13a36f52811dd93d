package io.blendify.providers.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,",
        "{\"a\":",
        "{\"a\" 1}",
        "<html>",
        "{} {}",
        "nul",
        "[1e999999999]",
        "[1e99999999999999999999]",
        "\"open"
      })
  void whatIsNoJsonIsAnInputFault(String text) {
    assertThatThrownBy(() -> JsonTree.read(text.getBytes(UTF_8))).isInstanceOf(IOException.class);
  }

  @Test
  void nestingWithoutEndIsAnInputFault() {
    var deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThatThrownBy(() -> JsonTree.read(deep.getBytes(UTF_8))).isInstanceOf(IOException.class);
  }
}
