package io.blendify.providers.json;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads members that may be missing, null or of an unexpected type: all three are null here,
 * because no provider promises more than an id. What is returned can be stored as it is.
 */
public final class JsonFields {

  /** PostgreSQL and every reader can hold what lies between. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private JsonFields() {}

  /** The member as a text, made storable; null for every other type. Can be empty. */
  public static @Nullable String text(@Nullable JsonNode node, String name) {
    var value = member(node, name);
    return value != null && value.isString() ? JsonText.storable(value.getStringValue()) : null;
  }

  /** A whole number that fits an int; null for every other value. */
  public static @Nullable Integer integer(@Nullable JsonNode node, String name) {
    var value = longInteger(node, name);
    return value != null && value.intValue() == value ? Integer.valueOf(value.intValue()) : null;
  }

  /** A whole number that fits a long; null for every other value. */
  public static @Nullable Long longInteger(@Nullable JsonNode node, String name) {
    var value = member(node, name);
    if (value == null || !value.isNumber()) {
      return null;
    }
    try {
      return new BigDecimal(value.getNumberValue().toString()).longValueExact();
    } catch (ArithmeticException e) {
      return null;
    }
  }

  public static @Nullable Boolean bool(@Nullable JsonNode node, String name) {
    var value = member(node, name);
    return value != null && value.isBoolean() ? Boolean.valueOf(value.getBooleanValue()) : null;
  }

  /** An RFC 3339 time, cut to the microsecond; null for every other text and outside AD 1–9999. */
  public static @Nullable Instant instant(@Nullable JsonNode node, String name) {
    var text = text(node, name);
    if (text == null) {
      return null;
    }
    try {
      var instant = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
      return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The member where it is an object; null for every other type. */
  public static @Nullable JsonNode object(@Nullable JsonNode node, String name) {
    var value = member(node, name);
    return value != null && value.isObject() ? value : null;
  }

  /** The elements where the member is an array, nulls included; null for every other type. */
  public static @Nullable List<JsonNode> array(@Nullable JsonNode node, String name) {
    var value = member(node, name);
    if (value == null || !value.isArray()) {
      return null;
    }
    var elements = new ArrayList<JsonNode>(value.size());
    value.values().forEach(elements::add);
    return elements;
  }

  /** The texts of an array, others left out; null where the member is no array. */
  public static @Nullable List<String> texts(@Nullable JsonNode node, String name) {
    var elements = array(node, name);
    return elements == null
        ? null
        : elements.stream()
            .filter(JsonNode::isString)
            .map(element -> JsonText.storable(element.getStringValue()))
            .toList();
  }

  private static @Nullable JsonNode member(@Nullable JsonNode node, String name) {
    return node == null || !node.isObject() ? null : node.get(name);
  }
}
