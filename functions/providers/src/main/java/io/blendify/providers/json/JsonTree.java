package io.blendify.providers.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * Reads JSON as a tree that loses nothing: Micronaut's own mapper makes a double of every fraction,
 * which cuts digits off.
 */
public final class JsonTree {

  /** PostgreSQL's numeric ends at 131,072 digits; what comes near that is no description. */
  private static final int MAX_SCALE = 1_000;

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonTree() {}

  /**
   * Reads one whole JSON document.
   *
   * @param utf8 the bytes, of a size that the caller has bounded
   * @throws IOException where they are no JSON: truncated, nested beyond reason, more than one
   *     document
   */
  public static JsonNode read(byte[] utf8) throws IOException {
    try (var parser = FACTORY.createParser(utf8)) {
      var tree = value(parser, parser.nextToken());
      if (parser.nextToken() != null) {
        throw new IOException("something follows the JSON document");
      }
      return tree;
    } catch (NumberFormatException e) {
      throw new IOException("a number that is none", e);
    }
  }

  /**
   * Reads the value that the parser stands on and leaves the parser on its last token: for files
   * too long to be read as a whole.
   *
   * @throws IOException where it is no JSON
   */
  public static JsonNode read(JsonParser parser) throws IOException {
    return value(parser, parser.currentToken());
  }

  private static JsonNode value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> JsonNode.createStringNode(parser.getText());
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> JsonNode.createNumberNode(decimal(parser));
      case VALUE_TRUE -> JsonNode.createBooleanNode(true);
      case VALUE_FALSE -> JsonNode.createBooleanNode(false);
      case VALUE_NULL -> JsonNode.nullNode();
      case null, default -> throw new IOException("no JSON value, but " + token);
    };
  }

  private static JsonNode object(JsonParser parser) throws IOException {
    var members = new LinkedHashMap<String, JsonNode>();
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      members.put(name, value(parser, parser.nextToken()));
    }
    return JsonNode.createObjectNode(members);
  }

  private static JsonNode array(JsonParser parser) throws IOException {
    var values = new ArrayList<JsonNode>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      values.add(value(parser, token));
    }
    return JsonNode.createArrayNode(values);
  }

  private static JsonNode integer(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> JsonNode.createNumberNode(parser.getIntValue());
      case LONG -> JsonNode.createNumberNode(parser.getLongValue());
      default -> JsonNode.createNumberNode(parser.getBigIntegerValue());
    };
  }

  private static BigDecimal decimal(JsonParser parser) throws IOException {
    var value = parser.getDecimalValue();
    if (Math.abs((long) value.scale()) > MAX_SCALE) {
      throw new IOException("a number of unreasonable size");
    }
    return value;
  }
}
