package io.blendify.sandbox.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.blendify.sandbox.http.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The provider's paging object for lists with limit and offset. */
final class Paging {

  private Paging() {}

  /**
   * @param address without a query
   * @param fixed parameters that every page's address repeats
   */
  static <T extends JsonNode> ObjectNode page(
      String address, Map<String, String> fixed, List<T> all, int limit, int offset) {
    int from = Math.min(offset, all.size());
    int to = Math.min(from + limit, all.size());
    var json = Json.object();
    json.put("href", link(address, fixed, limit, offset));
    json.set("items", Json.array(all.subList(from, to)));
    json.put("limit", limit);
    json.put("next", to < all.size() ? link(address, fixed, limit, offset + limit) : null);
    json.put("offset", offset);
    json.put(
        "previous", offset > 0 ? link(address, fixed, limit, Math.max(0, offset - limit)) : null);
    json.put("total", all.size());
    return json;
  }

  static String link(String address, Map<String, String> query) {
    return address + "?" + Query.format(query);
  }

  private static String link(String address, Map<String, String> fixed, int limit, int offset) {
    var query = new LinkedHashMap<>(fixed);
    query.put("offset", Integer.toString(offset));
    query.put("limit", Integer.toString(limit));
    return link(address, query);
  }
}
