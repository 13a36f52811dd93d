package io.blendify.fetcher.imports;

import io.blendify.core.file.FileVerdict.Accepted;
import io.blendify.core.file.FileVerdict.Skipped;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/** What was found in a file, as the JSON that the import's row keeps. */
@Singleton
final class Report {

  private final JsonMapper json;

  Report(JsonMapper json) {
    this.json = json;
  }

  /** How many of each resource the file holds. */
  String taken(Accepted accepted) {
    return counts(accepted.taken(), count -> count);
  }

  /** Zero for each of them. */
  String nothingAdded(Accepted accepted) {
    return counts(accepted.taken(), _ -> 0);
  }

  String skipped(Accepted accepted) {
    return text(JsonNode.createArrayNode(accepted.skipped().stream().map(Report::node).toList()));
  }

  private String counts(Map<String, Long> counts, LongUnaryOperator as) {
    var members = new TreeMap<String, JsonNode>();
    counts.forEach((label, n) -> members.put(label, JsonNode.createNumberNode(as.applyAsLong(n))));
    return text(JsonNode.createObjectNode(members));
  }

  private static JsonNode node(Skipped skipped) {
    var places = skipped.places().stream().map(JsonNode::createStringNode).toList();
    return JsonNode.createObjectNode(
        Map.of(
            "reason", JsonNode.createStringNode(skipped.reason()),
            "count", JsonNode.createNumberNode(skipped.count()),
            "places", JsonNode.createArrayNode(List.copyOf(places))));
  }

  private String text(JsonNode node) {
    try {
      return json.writeValueAsString(node);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }
}
