package io.blendify.providers.json;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Writes a JSON tree as text that PostgreSQL's {@code jsonb} takes: NUL and lone surrogates, which
 * it refuses, become U+FFFD. Everything else is kept, numbers with all their digits.
 */
public final class JsonText {

  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder text = new StringBuilder(512);
  private final boolean canonical;
  private final Set<String> left;

  private JsonText(boolean canonical, Set<String> left) {
    this.canonical = canonical;
    this.left = left;
  }

  /** The tree as it is, members in their order. */
  public static String of(JsonNode node) {
    return new JsonText(false, Set.of()).write(node).text.toString();
  }

  /**
   * The one text of all trees that say the same: members sorted by name, numbers by value ({@code
   * 1.0} is {@code 1}), no blanks.
   *
   * @param leftOut names of members that are left out at any depth
   */
  public static String canonical(JsonNode node, Set<String> leftOut) {
    return new JsonText(true, leftOut).write(node).text.toString();
  }

  /** The text with U+FFFD in place of what PostgreSQL takes in no text: NUL and lone surrogates. */
  public static String storable(String text) {
    return isStorable(text)
        ? text
        : text.codePoints()
            .map(c -> unstorable(c) ? REPLACEMENT : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isStorable(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Character.isHighSurrogate(c)
          && at + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(at + 1))) {
        at++;
      } else if (unstorable(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean unstorable(int codePoint) {
    return codePoint == 0
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }

  private JsonText write(JsonNode node) {
    if (node.isObject()) {
      writeObject(node);
    } else if (node.isArray()) {
      writeArray(node);
    } else if (node.isString()) {
      writeString(node.getStringValue());
    } else if (node.isNumber()) {
      text.append(number(node));
    } else {
      text.append(node.isBoolean() ? String.valueOf(node.getBooleanValue()) : "null");
    }
    return this;
  }

  private void writeObject(JsonNode object) {
    var members = StreamSupport.stream(object.entries().spliterator(), false);
    if (canonical) {
      members =
          members
              .filter(member -> !left.contains(member.getKey()))
              .sorted(Comparator.comparing(Map.Entry<String, JsonNode>::getKey));
    }
    text.append('{');
    members.forEach(member -> separated().member(member.getKey(), member.getValue()));
    text.append('}');
  }

  private void member(String name, JsonNode value) {
    writeString(name);
    text.append(':');
    write(value);
  }

  private void writeArray(JsonNode array) {
    text.append('[');
    array.values().forEach(value -> separated().write(value));
    text.append(']');
  }

  /** A comma, unless this is the first one inside its brackets. */
  private JsonText separated() {
    var last = text.charAt(text.length() - 1);
    if (last != '[' && last != '{') {
      text.append(',');
    }
    return this;
  }

  private String number(JsonNode node) {
    var value = node.getNumberValue();
    return canonical
        ? new BigDecimal(value.toString()).stripTrailingZeros().toString()
        : value.toString();
  }

  /** In stretches between what must be escaped: most strings are one. */
  private void writeString(String value) {
    var plain = storable(value);
    text.append('"');
    int from = 0;
    for (int at = 0; at < plain.length(); at++) {
      char c = plain.charAt(at);
      if (c < ' ' || c == '"' || c == '\\') {
        text.append(plain, from, at);
        writeEscaped(c);
        from = at + 1;
      }
    }
    text.append(plain, from, plain.length()).append('"');
  }

  private void writeEscaped(char c) {
    switch (c) {
      case '"', '\\' -> text.append('\\').append(c);
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> text.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
    }
  }
}
