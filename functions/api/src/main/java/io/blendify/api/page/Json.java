package io.blendify.api.page;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what was computed from its JSON; what is not there is empty. */
final class Json {

  private Json() {}

  static List<JsonNode> elements(@Nullable JsonNode array) {
    var elements = new ArrayList<JsonNode>();
    if (array != null && array.isArray()) {
      array.values().forEach(elements::add);
    }
    return elements;
  }

  static List<String> texts(@Nullable JsonNode array) {
    return elements(array).stream().map(JsonNode::coerceStringValue).toList();
  }

  static String text(JsonNode object, String member) {
    var value = object.get(member);
    return value == null || value.isNull() ? "" : value.coerceStringValue();
  }

  static double number(JsonNode object, String member) {
    var value = object.get(member);
    return value == null || !value.isNumber() ? 0 : value.getDoubleValue();
  }

  static boolean isTrue(JsonNode object, String member) {
    var value = object.get(member);
    return value != null && value.isBoolean() && value.getBooleanValue();
  }
}
