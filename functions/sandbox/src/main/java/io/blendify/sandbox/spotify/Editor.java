package io.blendify.sandbox.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.blendify.sandbox.http.Answer;
import io.blendify.sandbox.http.Query;
import io.blendify.sandbox.http.Request;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Carries out edits on JSON answers; an edit that finds nothing to change leaves the answer as it
 * is.
 */
final class Editor {

  private static final Map<String, String> NEW_VALUES =
      Map.of("album_type", "ep", "release_date_precision", "season", "product", "premium_plus");

  private Editor() {}

  static Answer apply(Edit edit, Answer answer, Request request) {
    if (!answer.isJson() || !(Json.read(answer.body()) instanceof ObjectNode root)) {
      return answer;
    }
    var page = page(root);
    switch (edit) {
      case Edit.Without(var fields) -> without(root, fields);
      case Edit.Novelties _ -> novelties(root);
      case Edit.OtherSnapshots(var salt) -> otherSnapshots(root, salt);
      case Edit.ShortPage(var keep, var lost) -> shorten(page, keep, lost);
      case Edit.ForeignNext(var origin) -> foreignNext(page, origin);
      case Edit.RepeatedNext _ -> repeat(page, request);
      case Edit.NullCursors _ -> nullCursors(page);
      case Edit.NullEntry(var index) -> nullEntry(page, index);
    }
    return answer.withBody(root.toString());
  }

  /** The paging object: the answer itself, or what it wraps. */
  private static @Nullable ObjectNode page(ObjectNode root) {
    if (root.get("items") instanceof ArrayNode) {
      return root;
    }
    for (JsonNode child : root) {
      if (child instanceof ObjectNode object && object.get("items") instanceof ArrayNode) {
        return object;
      }
    }
    return null;
  }

  private static void without(JsonNode node, Set<String> fields) {
    if (node instanceof ObjectNode object) {
      object.remove(fields);
    }
    node.forEach(child -> without(child, fields));
  }

  private static void otherSnapshots(JsonNode node, String salt) {
    if (node instanceof ObjectNode object && object.path("snapshot_id").isTextual()) {
      object.put("snapshot_id", object.get("snapshot_id").asText() + salt);
    }
    node.forEach(child -> otherSnapshots(child, salt));
  }

  private static void novelties(JsonNode node) {
    node.forEach(Editor::novelties);
    if (node instanceof ObjectNode object) {
      NEW_VALUES.forEach(
          (name, value) -> {
            if (object.has(name)) {
              object.put(name, value);
            }
          });
      object.putObject("x_added_in_2027").put("since", "2027-01-01").putArray("flags").add(true);
      if (object.get("context") instanceof ObjectNode context) {
        context.put("type", "radio_mix");
      }
    }
  }

  private static void shorten(@Nullable ObjectNode page, int keep, boolean lost) {
    if (page == null || page.get("items").size() <= keep) {
      return;
    }
    var items = (ArrayNode) page.get("items");
    while (items.size() > keep) {
      items.remove(items.size() - 1);
    }
    if (!lost) {
      leadOn(page, items);
    }
  }

  /** The next page begins after what has stayed of this one. */
  private static void leadOn(ObjectNode page, ArrayNode stayed) {
    var last = stayed.path(stayed.size() - 1);
    if (page.has("offset")) {
      int next = page.get("offset").asInt() + stayed.size();
      page.put("next", with(page, "offset", Integer.toString(next)));
    } else if (last.has("played_at")) {
      var oldest = Instant.parse(last.get("played_at").asText()).toEpochMilli();
      page.put("next", with(page, "before", Long.toString(oldest), "after"));
      page.withObject("/cursors").put("before", Long.toString(oldest));
    } else if (last.has("id")) {
      page.put("next", with(page, "after", last.get("id").asText()));
      page.withObject("/cursors").put("after", last.get("id").asText());
    }
  }

  /** The page's own address with one parameter set, and without some others. */
  private static String with(ObjectNode page, String parameter, String value, String... without) {
    var href = page.path("href").asText();
    int mark = href.indexOf('?');
    var query = new LinkedHashMap<>(Query.parse(href.substring(mark + 1)).values());
    query.keySet().removeAll(Set.of(without));
    query.put(parameter, value);
    return href.substring(0, mark + 1) + Query.format(query);
  }

  private static void foreignNext(@Nullable ObjectNode page, String origin) {
    if (page != null && page.path("next").isTextual()) {
      var uri = URI.create(page.get("next").asText());
      page.put("next", origin + uri.getRawPath() + "?" + uri.getRawQuery());
    }
  }

  private static void repeat(@Nullable ObjectNode page, Request request) {
    if (page == null) {
      return;
    }
    page.put("next", page.path("href").asText());
    var after = request.query().get("after");
    if (after != null && page.get("cursors") instanceof ObjectNode cursors) {
      cursors.put("after", after);
    }
  }

  private static void nullCursors(@Nullable ObjectNode page) {
    if (page != null && page.has("cursors")) {
      page.putNull("cursors");
    }
  }

  private static void nullEntry(@Nullable ObjectNode page, int index) {
    if (page != null && page.get("items") instanceof ArrayNode items && index < items.size()) {
      items.setNull(index);
    }
  }
}
