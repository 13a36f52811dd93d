package io.blendify.fetcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** JSON as a text that is the same for equal objects, some members left out at any depth. */
final class Canonical {

  private static final ObjectMapper JSON =
      new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  private Canonical() {}

  static String of(String json, Set<String> without) {
    try {
      var tree = JSON.readTree(json);
      strip(tree, without);
      return JSON.writeValueAsString(JSON.treeToValue(tree, Map.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static void strip(JsonNode node, Set<String> without) {
    if (node instanceof ObjectNode object) {
      object.remove(without);
    }
    node.forEach(child -> strip(child, without));
  }
}
