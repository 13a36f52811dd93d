package io.blendify.core.recording;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Names as they are compared: case, accents, punctuation and width do not count.
 *
 * <p>Compatibility decomposition after Unicode Standard Annex 15. Marks are dropped from Latin,
 * Greek and Cyrillic letters only: in other scripts they are letters (Devanagari vowels) or change
 * the sound (Japanese voicing).
 */
public final class Folded {

  private static final Map<Integer, String> LETTERS =
      Map.ofEntries(
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) 'ς', "σ"),
          Map.entry((int) '&', " and "),
          Map.entry((int) '$', "s"));

  private Folded() {}

  /**
   * Lower-case words with one blank between them. Text of punctuation only ({@code "!!!"}) is kept
   * as it is, so that it still differs from other text. Folding what is folded changes nothing.
   */
  public static String of(String text) {
    var lower = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var words = Normalizer.normalize(words(lower), Normalizer.Form.NFC).strip();
    return words.isEmpty() ? lower.strip() : words;
  }

  private static String words(String text) {
    var out = new StringBuilder(text.length());
    boolean plainBase = false;
    for (int point : spelled(text).codePoints().toArray()) {
      boolean mark = isMark(point);
      if (!mark) {
        plainBase = dropsMarks(point);
      }
      if (!(mark && plainBase)) {
        append(out, point, mark);
      }
    }
    return out.toString();
  }

  /** Before marks are looked at: what stands for a Latin letter loses its marks as that does. */
  private static String spelled(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              var letters = LETTERS.get(point);
              if (letters == null) {
                out.appendCodePoint(point);
              } else {
                out.append(letters);
              }
            });
    return out.toString();
  }

  private static void append(StringBuilder out, int point, boolean mark) {
    if (mark || Character.isLetterOrDigit(point)) {
      out.appendCodePoint(point);
    } else if (!isSilent(point) && !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }

  private static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  private static boolean dropsMarks(int point) {
    return switch (Character.UnicodeScript.of(point)) {
      case LATIN, GREEK, CYRILLIC -> true;
      default -> false;
    };
  }

  /** Apostrophes and invisible characters join what they stand between: don't, dont. */
  private static boolean isSilent(int point) {
    return point == '\''
        || point == '’'
        || point == '‘'
        || point == '`'
        || point == '´'
        || Character.getType(point) == Character.FORMAT;
  }
}
