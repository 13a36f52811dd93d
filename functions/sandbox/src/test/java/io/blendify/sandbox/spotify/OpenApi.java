package io.blendify.sandbox.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The provider's published schema, with the departures from it that spotify.md documents made
 * explicit.
 */
final class OpenApi {

  private static final String FILE = "shared/providers/spotify-openapi-fixed.yaml";

  /** Null where the schema does not say so: spotify.md 2, 3 and 3.2. */
  private static final Map<String, List<String>> NULLABLE =
      Map.of(
          "PrivateUserObject", List.of("display_name"),
          "SimplifiedPlaylistObject", List.of("public", "images"),
          "PlaylistObject", List.of("public", "images"),
          "PlaylistTrackObject", List.of("added_at", "added_by", "item", "track"),
          "PlayHistoryObject", List.of("context"),
          "CursorPagingObject", List.of("next", "cursors"),
          "CursorObject", List.of("after"));

  /** Null in local files only: spotify.md 3.2. */
  private static final Map<String, List<String>> NULLABLE_IN_LOCAL_FILES =
      Map.of(
          "TrackObject", List.of("id", "href"),
          "SimplifiedArtistObject", List.of("id", "href", "uri"),
          "AlbumBase",
              List.of("id", "href", "uri", "album_type", "release_date", "release_date_precision"));

  /** Required by the schema and removed in February 2026: spotify.md 1.3. */
  private static final Map<String, List<String>> REMOVED =
      Map.of(
          "AlbumBase", List.of("available_markets"),
          "AlbumObject", List.of("label", "popularity"),
          "ShowBase", List.of("available_markets", "publisher"));

  /** RFC 3339 dates and the like are checked, not only noted. */
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final ObjectNode document;

  private OpenApi(ObjectNode document) {
    this.document = document;
  }

  /** Empty where the reference is not beside the repository. */
  static Optional<OpenApi> find() throws IOException {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isReadable(folder.resolve(FILE))) {
        var tree = new ObjectMapper(new YAMLFactory()).readTree(folder.resolve(FILE).toFile());
        // It has no mapping from "track" to TrackObject; oneOf alone tells the two media apart.
        tree.findParents("discriminator")
            .forEach(parent -> ((ObjectNode) parent).remove("discriminator"));
        return Optional.of(new OpenApi((ObjectNode) tree));
      }
    }
    return Optional.empty();
  }

  OpenApi forShape(Shape shape) {
    var copy = new OpenApi(document.deepCopy());
    copy.allowNull(NULLABLE);
    if (shape == Shape.NEW_ONLY) {
      REMOVED.forEach(copy::notRequired);
    }
    return copy;
  }

  OpenApi withLocalFiles() {
    var copy = new OpenApi(document.deepCopy());
    copy.allowNull(NULLABLE_IN_LOCAL_FILES);
    copy.notRequired("AlbumBase", List.of("total_tracks", "available_markets"));
    return copy;
  }

  /** What is wrong with the answer to {@code GET path}, a path as the document writes it. */
  Set<ValidationMessage> faults(String path, int status, JsonNode answer) {
    var response =
        document
            .at("/paths")
            .path(path)
            .path("get")
            .path("responses")
            .path(Integer.toString(status));
    var name = response.path("$ref").asText();
    var schema =
        document.at(name.substring(1)).at("/content").path("application/json").path("schema");
    if (schema.isMissingNode()) {
      throw new AssertionError("the document has no schema for " + status + " of " + path);
    }
    var root = ((ObjectNode) schema).deepCopy();
    root.set("components", document.get("components"));
    return factory().getSchema(root, CONFIG).validate(answer);
  }

  private static JsonSchemaFactory factory() {
    var dialect = OpenApi30.getInstance();
    return JsonSchemaFactory.builder()
        .defaultMetaSchemaIri(dialect.getIri())
        .metaSchema(dialect)
        .build();
  }

  private void allowNull(Map<String, List<String>> fields) {
    fields.forEach(
        (schema, names) -> {
          var properties = (ObjectNode) only(schema, "properties");
          for (var name : names) {
            var either = document.objectNode();
            var choices = either.putArray("anyOf");
            choices.add(required(properties.get(name), schema + "." + name));
            choices.addObject().putArray("enum").addNull();
            properties.set(name, either);
          }
        });
  }

  private void notRequired(String schema, List<String> names) {
    var required = (ArrayNode) only(schema, "required");
    for (int i = required.size() - 1; i >= 0; i--) {
      if (names.contains(required.get(i).asText())) {
        required.remove(i);
      }
    }
  }

  /** The part of the schema itself, or of the one of its allOf that has it. */
  private JsonNode only(String schema, String part) {
    var found = required(document.at("/components/schemas/" + schema), schema);
    if (found.has(part)) {
      return found.get(part);
    }
    for (var each : found.path("allOf")) {
      if (each.has(part)) {
        return each.get(part);
      }
    }
    throw new AssertionError(schema + " has no " + part);
  }

  private static JsonNode required(JsonNode node, String name) {
    if (node == null || node.isMissingNode()) {
      throw new AssertionError("the document has no " + name);
    }
    return node;
  }
}
