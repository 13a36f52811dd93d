package io.blendify.api.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** The routes of the OpenAPI document, with what each takes. */
record Operations(List<Operation> all) {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /**
   * @param body the schema of its body in JSON; empty where it takes none
   */
  record Operation(String method, String path, List<Parameter> parameters, Schema body) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  record Parameter(String name, String in, Schema schema) {}

  /** A JSON schema, as far as it says what to send. */
  record Schema(
      String type, String format, List<String> values, Map<String, Schema> properties, int depth) {
    static final Schema NOTHING = new Schema("", "", List.of(), Map.of(), 0);
  }

  static Operations of(String document) {
    var root = map(new Yaml().load(document));
    var operations = new ArrayList<Operation>();
    map(root.get("paths"))
        .forEach(
            (path, methods) ->
                map(methods)
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            operations.add(operation(root, method, path, map(operation)));
                          }
                        }));
    return new Operations(List.copyOf(operations));
  }

  private static Operation operation(
      Map<String, Object> root, String method, String path, Map<String, Object> operation) {
    var parameters = new ArrayList<Parameter>();
    for (var each : list(operation.get("parameters"))) {
      var parameter = map(each);
      parameters.add(
          new Parameter(
              String.valueOf(parameter.get("name")),
              String.valueOf(parameter.get("in")),
              schema(root, parameter.get("schema"), 0)));
    }
    var content = map(map(operation.get("requestBody")).get("content"));
    var body = schema(root, map(content.get("application/json")).get("schema"), 0);
    return new Operation(method.toUpperCase(Locale.ROOT), path, parameters, body);
  }

  private static Schema schema(Map<String, Object> root, Object given, int depth) {
    var schema = map(given);
    if (schema.isEmpty() || depth > 5) {
      return Schema.NOTHING;
    }
    if (schema.get("$ref") instanceof String reference) {
      return schema(root, resolve(root, reference), depth + 1);
    }
    if (schema.get("allOf") instanceof List<?> parts && !parts.isEmpty()) {
      return schema(root, parts.getFirst(), depth + 1);
    }
    var properties = new TreeMap<String, Schema>();
    map(schema.get("properties"))
        .forEach((name, value) -> properties.put(name, schema(root, value, depth + 1)));
    if (schema.get("items") != null) {
      properties.put("items", schema(root, schema.get("items"), depth + 1));
    }
    return new Schema(
        String.valueOf(schema.getOrDefault("type", "")),
        String.valueOf(schema.getOrDefault("format", "")),
        list(schema.get("enum")).stream().map(String::valueOf).toList(),
        properties,
        depth);
  }

  private static Object resolve(Map<String, Object> root, String reference) {
    Object found = root;
    for (var name : reference.substring(2).split("/")) {
      found = map(found).get(name);
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
