package io.blendify.providers.file;

import io.blendify.providers.json.JsonTree;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a file as a JSON object. Values are asked for by what they should be; where one is
 * of another type or cannot be stored, the entry is unreadable.
 */
record Entry(JsonNode object) {

  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_NUMBER = 40;

  Entry {
    if (!object.isObject()) {
      throw new IllegalArgumentException("no JSON object");
    }
  }

  static Entry of(JsonRecord json) throws Skip {
    return of(tree(json));
  }

  static Entry of(JsonNode node) throws Skip {
    if (!node.isObject()) {
      throw new Skip(Skip.UNREADABLE);
    }
    return new Entry(node);
  }

  static JsonNode tree(JsonRecord json) throws Skip {
    try {
      return JsonTree.read(json.text().getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      throw new Skip(Skip.UNREADABLE);
    }
  }

  boolean has(String name) {
    return get(name) != null;
  }

  /** Null where it is absent or null. */
  @Nullable JsonNode get(String name) {
    var value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  /** Stripped; null where it is absent, null or blank. */
  @Nullable String text(String name) throws Skip {
    var value = get(name);
    if (value == null) {
      return null;
    }
    if (value.isNumber()) {
      return value.getNumberValue().toString();
    }
    if (!value.isString()) {
      throw new Skip(Skip.UNREADABLE);
    }
    return storable(value.getStringValue());
  }

  /** The first of these names that has a text. */
  @Nullable String anyText(List<String> names) throws Skip {
    for (var name : names) {
      var text = text(name);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** Like {@link #text}, where the name may stand for an object that has the text inside. */
  @Nullable String textOrInside(String name, List<String> inside) throws Skip {
    var value = get(name);
    return value != null && value.isObject() ? new Entry(value).anyText(inside) : text(name);
  }

  String required(String name) throws Skip {
    var text = text(name);
    if (text == null) {
      throw new Skip(Skip.UNREADABLE);
    }
    return text;
  }

  /** A whole number, written as one or as text; null where it is absent, null or blank. */
  @Nullable Long whole(String name) throws Skip {
    var text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return text.length() > LONGEST_NUMBER ? overflow() : new BigDecimal(text).longValueExact();
    } catch (ArithmeticException | NumberFormatException _) {
      throw new Skip(Skip.UNREADABLE);
    }
  }

  private static long overflow() {
    throw new ArithmeticException("more digits than any number here has");
  }

  /** A positive number of milliseconds that a column can hold; null where there is none such. */
  @Nullable Integer millis(String name) throws Skip {
    var value = whole(name);
    return value == null || value <= 0 || value > Integer.MAX_VALUE ? null : value.intValue();
  }

  /** An object inside; null where it is absent or null. */
  @Nullable Entry inside(String name) throws Skip {
    var value = get(name);
    return value == null ? null : of(value);
  }

  /** Empty where it is absent or null. */
  List<JsonNode> list(String name) throws Skip {
    var value = get(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw new Skip(Skip.UNREADABLE);
    }
    return StreamSupport.stream(value.values().spliterator(), false).toList();
  }

  boolean isTrue(String name) {
    var value = get(name);
    return value != null
        && (value.isBoolean()
            ? value.getBooleanValue()
            : value.isString() && value.getStringValue().equalsIgnoreCase("true"));
  }

  /** The members of these names, those that are null left out. */
  JsonNode only(Set<String> names) {
    return members(names::contains);
  }

  /** The members of other names, those that are null left out. */
  JsonNode without(Set<String> names) {
    return members(name -> !names.contains(name));
  }

  private JsonNode members(Predicate<String> wanted) {
    var kept = new LinkedHashMap<String, JsonNode>();
    for (var member : object.entries()) {
      if (wanted.test(member.getKey()) && !member.getValue().isNull()) {
        kept.put(member.getKey(), member.getValue());
      }
    }
    return JsonNode.createObjectNode(kept);
  }

  /** PostgreSQL keeps neither NUL nor half a surrogate pair, and no name needs them. */
  static @Nullable String storable(String text) throws Skip {
    if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0 || hasLoneSurrogate(text)) {
      throw new Skip(Skip.UNREADABLE);
    }
    var stripped = text.strip();
    return stripped.isEmpty() ? null : stripped;
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }
}
