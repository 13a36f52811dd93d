package io.blendify.core.blend;

import java.util.Locale;

/** How the tracks of a blend are chosen. */
public enum Algorithm {
  /** Everybody counts alike. */
  BALANCED,
  /** Everybody counts as much as their participant weight says. */
  WEIGHTED,
  /** What some love and the others do not know but will like. */
  DISCOVERY;

  /** The name in JSON and in the database: {@code balanced}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The inverse of {@link #label()}. Throws IllegalArgumentException for any other text. */
  public static Algorithm of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
