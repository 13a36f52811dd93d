package io.blendify.sandbox.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The switches of an app as JSON; what is not named stays as it is. */
final class SwitchesJson {

  private static final Set<String> NAMES =
      Set.of(
          "shape", "refresh_tokens", "withheld_scopes", "registered", "premium", "answers_items");

  private SwitchesJson() {}

  static ObjectNode write(Switches switches) {
    var json = Json.object();
    json.put("shape", word(switches.shape()));
    json.put("refresh_tokens", word(switches.refreshTokens()));
    json.set("withheld_scopes", array(switches.withheldScopes()));
    json.set("registered", switches.registered() == null ? null : array(switches.registered()));
    json.put("premium", switches.premium());
    return json.put("answers_items", switches.answersItems());
  }

  static Switches read(JsonNode json, Switches old) {
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("no switch " + name + "; there are " + NAMES);
              }
            });
    return new Switches(
        json.has("shape") ? Shape.named(json.get("shape").asText()) : old.shape(),
        json.has("refresh_tokens")
            ? mode(json.get("refresh_tokens").asText())
            : old.refreshTokens(),
        json.has("withheld_scopes") ? texts(json.get("withheld_scopes")) : old.withheldScopes(),
        registered(json, old),
        json.path("premium").asBoolean(old.premium()),
        json.path("answers_items").asBoolean(old.answersItems()));
  }

  static Set<String> texts(JsonNode array) {
    var texts = new LinkedHashSet<String>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static @Nullable Set<String> registered(JsonNode json, Switches old) {
    if (!json.has("registered")) {
      return old.registered();
    }
    return json.get("registered").isNull() ? null : texts(json.get("registered"));
  }

  private static RefreshTokens mode(String word) {
    return RefreshTokens.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static JsonNode array(Collection<String> texts) {
    return Json.array(texts.stream().sorted().map(TextNode::valueOf).toList());
  }
}
