package io.blendify.watch;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object on one line, written as it is built. Not by a library: the first line would load
 * hundreds of classes.
 */
final class JsonLine {

  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder text = new StringBuilder(512).append('{');
  private final Set<String> names = new HashSet<>();

  /** Adds a member; one that is there already stays as it is. */
  JsonLine put(String name, @Nullable Object value) {
    if (value != null && begin(name)) {
      value(value);
    }
    return this;
  }

  /** Adds a member whose value is JSON already. */
  JsonLine putJson(String name, CharSequence json) {
    if (begin(name)) {
      text.append(json);
    }
    return this;
  }

  private boolean begin(String name) {
    if (!names.add(name)) {
      return false;
    }
    if (text.length() > 1) {
      text.append(',');
    }
    string(name, text);
    text.append(':');
    return true;
  }

  private void value(Object value) {
    switch (value) {
      case Integer whole -> text.append(whole.intValue());
      case Long whole -> text.append(whole.longValue());
      case Double number when Double.isFinite(number) -> text.append(number(number));
      case Boolean bool -> text.append(bool.booleanValue());
      default -> string(value.toString(), text);
    }
  }

  /** Without a fraction where there is none. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** All that could end the line or the text is escaped, and what could steer a terminal. */
  static void string(String value, StringBuilder to) {
    to.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> to.append("\\\"");
        case '\\' -> to.append("\\\\");
        case '\n' -> to.append("\\n");
        case '\r' -> to.append("\\r");
        case '\t' -> to.append("\\t");
        default -> {
          if (mustBeEscaped(c)) {
            to.append("\\u").append(HEX.toHexDigits(c));
          } else {
            to.append(c);
          }
        }
      }
    }
    to.append('"');
  }

  /** Control characters of both ranges, separators of lines, halves of characters, directions. */
  static boolean mustBeEscaped(char c) {
    return c < ' '
        || c >= 0x7f && c < 0xa0
        || c >= 0x2028 && c <= 0x202e
        || c >= 0x2066 && c <= 0x2069;
  }

  @Override
  public String toString() {
    return text + "}";
  }
}
