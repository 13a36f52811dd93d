package io.blendify.store;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Text as PostgreSQL can keep it: neither {@code text} nor {@code jsonb} takes U+0000 or half of a
 * surrogate pair, and providers have sent both. U+FFFD takes their place.
 */
public final class PostgresText {

  private static final char REPLACEMENT = '\uFFFD';

  private PostgresText() {}

  public static String of(String text) {
    if (isPlain(text)) {
      return text;
    }
    var clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(isKept(c) ? c : REPLACEMENT));
    return clean.toString();
  }

  /** JSON text, of which the escapes are held to the same rule. */
  public static String json(String json) {
    var text = of(json);
    if (!text.contains("\\u")) {
      return text;
    }
    var clean = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int length = text.charAt(at) == '\\' ? escape(text, at, clean) : plain(text, at, clean);
      at += length;
    }
    return clean.toString();
  }

  /** An array literal for a cast to {@code text[]}; null elements stay null. */
  public static @Nullable String array(@Nullable List<? extends @Nullable String> values) {
    if (values == null) {
      return null;
    }
    return values.stream().map(PostgresText::element).collect(Collectors.joining(",", "{", "}"));
  }

  private static String element(@Nullable String value) {
    return value == null
        ? "NULL"
        : '"' + of(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static int plain(String text, int at, StringBuilder clean) {
    clean.append(text.charAt(at));
    return 1;
  }

  /** Copies the escape that starts there, a pair as one; the answer is its length. */
  private static int escape(String text, int at, StringBuilder clean) {
    if (!isUnit(text, at)) {
      clean.append(text, at, Math.min(at + 2, text.length()));
      return 2;
    }
    char unit = unit(text, at);
    boolean pair =
        Character.isHighSurrogate(unit)
            && isUnit(text, at + 6)
            && Character.isLowSurrogate(unit(text, at + 6));
    if (pair) {
      clean.append(text, at, at + 12);
      return 12;
    }
    if (unit == 0 || Character.isSurrogate(unit)) {
      clean.append(REPLACEMENT);
    } else {
      clean.append(text, at, at + 6);
    }
    return 6;
  }

  private static boolean isUnit(String text, int at) {
    return at + 6 <= text.length() && text.charAt(at) == '\\' && text.charAt(at + 1) == 'u';
  }

  private static char unit(String text, int at) {
    return (char) Integer.parseInt(text, at + 2, at + 6, 16);
  }

  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Character.isHighSurrogate(c)
          && at + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(at + 1))) {
        at++;
      } else if (!isKept(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isKept(int codePoint) {
    return codePoint != 0
        && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
  }
}
