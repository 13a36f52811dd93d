package io.blendify.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The OpenAPI document of a running system, as a measure of what the system answers. */
final class Described {

  private final JsonNode document;

  private Described(JsonNode document) {
    this.document = document;
  }

  static Described by(String yaml) {
    return new Described(new ObjectMapper().valueToTree(new Yaml().load(yaml)));
  }

  /** Paths under {@code /v1} that answer a GET with JSON, with their variables in braces. */
  List<String> reads() {
    return document.path("paths").properties().stream()
        .filter(path -> path.getKey().startsWith("/v1/"))
        .filter(path -> !answerOf(path.getKey()).isMissingNode())
        .map(Map.Entry::getKey)
        .toList();
  }

  private JsonNode answerOf(String path) {
    return document
        .path("paths")
        .path(path)
        .path("get")
        .path("responses")
        .path("200")
        .path("content")
        .path("application/json")
        .path("schema");
  }

  /** Where the answer is not what is described, one line for each place; empty where it is. */
  List<String> faults(String path, JsonNode answer) {
    var faults = new ArrayList<String>();
    check(answerOf(path), answer, path, faults);
    return faults;
  }

  private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
    var parts = parts(schema).toList();
    if (value.isNull()) {
      if (parts.stream().noneMatch(part -> part.path("nullable").asBoolean())) {
        faults.add(at + " is null");
      }
      return;
    }
    var type = parts.stream().map(part -> part.path("type").asText("")).filter(t -> !t.isEmpty());
    type.findFirst()
        .filter(name -> !isA(name, value))
        .ifPresent(name -> faults.add(at + " is no " + name + ": " + value));
    var choices = parts.stream().flatMap(part -> part.path("enum").valueStream()).toList();
    if (!choices.isEmpty() && !choices.contains(value)) {
      faults.add(at + " is none of " + choices + ": " + value);
    }
    if (value.isArray()) {
      parts.stream()
          .filter(part -> part.has("items"))
          .forEach(part -> value.forEach(one -> check(part.get("items"), one, at + "[]", faults)));
    } else if (value.isObject()) {
      object(parts, value, at, faults);
    }
  }

  private void object(List<JsonNode> parts, JsonNode value, String at, List<String> faults) {
    var known = new LinkedHashMap<String, JsonNode>();
    for (var part : parts) {
      part.path("properties").properties().forEach(one -> known.put(one.getKey(), one.getValue()));
      part.path("required")
          .forEach(
              name -> {
                if (!value.has(name.asText())) {
                  faults.add(at + "." + name.asText() + " is missing");
                }
              });
    }
    var others = parts.stream().map(part -> part.path("additionalProperties")).toList();
    boolean isOpen = known.isEmpty() || others.stream().anyMatch(other -> other.asBoolean(false));
    for (var field : value.properties()) {
      var name = at + "." + field.getKey();
      var declared = known.get(field.getKey());
      var other = others.stream().filter(JsonNode::isObject).findFirst();
      if (declared != null || other.isPresent()) {
        check(declared == null ? other.get() : declared, field.getValue(), name, faults);
      } else if (!isOpen) {
        faults.add(name + " is not described");
      }
    }
  }

  /** The schema and all that it is made of, references followed. */
  private Stream<JsonNode> parts(JsonNode schema) {
    if (schema.has("$ref")) {
      return parts(document.at(schema.get("$ref").asText().substring(1)));
    }
    return Stream.concat(
        Stream.of(schema), schema.path("allOf").valueStream().flatMap(this::parts));
  }

  private static boolean isA(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> throw new IllegalArgumentException(type);
    };
  }
}
