package io.blendify.providers.file;

import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One row of a CSV file, its fields asked for by what the exporters call them. */
record CsvRow(CsvHeader header, CSVRecord fields) {

  /** The first of these columns that has a text. */
  @Nullable String text(List<String> columns) throws Skip {
    for (var column : columns) {
      var at = header.index(column);
      var text = at < 0 || at >= fields.size() ? null : Entry.storable(fields.get(at));
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  @Nullable String text(String column) throws Skip {
    return text(List.of(column));
  }

  /** A positive whole number; null where there is none. */
  @Nullable Integer number(List<String> columns) throws Skip {
    var text = text(columns);
    return text != null && text.matches("[0-9]{1,9}") && !text.matches("0+")
        ? Integer.valueOf(text)
        : null;
  }

  /**
   * The row as a JSON object, empty fields left out.
   *
   * @param except columns that say nothing about the track
   */
  JsonNode source(Set<String> except) {
    var members = new LinkedHashMap<String, JsonNode>();
    for (int i = 0; i < fields.size(); i++) {
      if (!fields.get(i).isEmpty() && !except.contains(header.columns().get(i))) {
        members.put(header.names().get(i), JsonNode.createStringNode(fields.get(i)));
      }
    }
    return JsonNode.createObjectNode(members);
  }
}
