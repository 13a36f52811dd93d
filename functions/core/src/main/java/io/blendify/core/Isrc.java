package io.blendify.core;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * International Standard Recording Code (ISO 3901).
 *
 * @param value twelve characters, upper case, without hyphens: {@code GBXYZ2500004}
 */
public record Isrc(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[A-Z0-9]{3}[0-9]{7}");

  public Isrc {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an ISRC: " + value);
    }
  }

  /**
   * Reads what providers send: lower case, hyphens and blanks are tolerated.
   *
   * @return null where the text is absent or no ISRC
   */
  public static @Nullable Isrc parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var bare = text.replace("-", "").replace(" ", "").toUpperCase(Locale.ROOT);
    return FORM.matcher(bare).matches() ? new Isrc(bare) : null;
  }

  @Override
  public String toString() {
    return value;
  }
}
