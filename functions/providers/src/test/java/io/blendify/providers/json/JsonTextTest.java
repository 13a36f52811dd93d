package io.blendify.providers.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  @Test
  void whatAProviderSentIsKeptToTheLastDigit() throws IOException {
    var sent =
        """
        {"z":1,"a":[true,false,null,[],{}],"big":123456789012345678901234567890,\
        "long":9007199254740993,"decimal":0.1234567890123456789012345,"scale":1.50,"neg":-7}""";
    assertThat(JsonText.of(parse(sent))).isEqualTo(sent);
  }

  @Test
  void titlesOfEveryScriptAndAstralPlaneAreKept() throws IOException {
    var sent = "{\"name\":\"Ægir – 夜の歌 \uD83C\uDF0A \\\"quoted\\\" \\\\ \\n\\t\\u0001\"}";
    assertThat(JsonText.of(parse(sent))).isEqualTo(sent);
  }

  @Test
  void whatThePostgresTypeRefusesIsReplaced() throws IOException {
    var odd = JsonNode.createStringNode("a\0b" + '\uD800' + "c" + '\uDC00');
    assertThat(JsonText.of(odd)).isEqualTo("\"a\uFFFDb\uFFFDc\uFFFD\"");
    assertThat(parse(JsonText.of(odd)).getStringValue()).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
  }

  @Test
  void theCanonicalTextIsSortedAtEveryDepthAndLeavesNamesOut() throws IOException {
    var node =
        parse("{\"b\":{\"y\":1,\"x\":2,\"drop\":3},\"a\":[{\"d\":1.0,\"c\":1e2}],\"drop\":[]}");
    assertThat(JsonText.canonical(node, Set.of("drop")))
        .isEqualTo("{\"a\":[{\"c\":1E+2,\"d\":1}],\"b\":{\"x\":2,\"y\":1}}");
  }

  private static JsonNode parse(String text) throws IOException {
    return JsonTree.read(text.getBytes(UTF_8));
  }
}
