package io.blendify.api.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A small square for a thing or a person: the first letter on a colour of its own, and a picture
 * over it where one can be loaded.
 *
 * @param colour 0 to 7
 * @param picture null where there is none
 */
public record Tile(String letter, int colour, @Nullable String picture) {
  private static final int COLOURS = 8;

  static Tile of(String name, @Nullable String picture) {
    return of(name, picture, Math.floorMod(name.hashCode() * 31, COLOURS));
  }

  static Tile of(String name, @Nullable String picture, int colour) {
    return new Tile(letter(name), Math.floorMod(colour, COLOURS), picture);
  }

  private static String letter(String name) {
    return name.codePoints()
        .filter(Character::isLetterOrDigit)
        .mapToObj(Character::toString)
        .findFirst()
        .orElse("♪")
        .toUpperCase(Locale.ROOT);
  }
}
