package io.blendify.api.blending;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts names in the places that computed sentences keep for them: <code>{user id}</code>. */
final class Names {
  private static final Pattern PLACE = Pattern.compile("\\{([0-9a-f-]{36})}");

  private Names() {}

  /** The same tree with names. Somebody who is no longer here is "somebody". */
  static JsonNode in(JsonNode node, Map<String, String> names) {
    if (node.isString()) {
      return JsonNode.createStringNode(in(node.getStringValue(), names));
    }
    if (node.isArray()) {
      var values = new ArrayList<JsonNode>();
      node.values().forEach(value -> values.add(in(value, names)));
      return JsonNode.createArrayNode(values);
    }
    if (node.isObject()) {
      var members = new LinkedHashMap<String, JsonNode>();
      node.entries().forEach(entry -> members.put(entry.getKey(), in(entry.getValue(), names)));
      return JsonNode.createObjectNode(members);
    }
    return node;
  }

  private static String in(String text, Map<String, String> names) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(names.getOrDefault(place.group(1), "somebody")));
  }
}
