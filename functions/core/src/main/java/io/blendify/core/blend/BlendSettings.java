package io.blendify.core.blend;

/**
 * What a blend was asked for: {@code blends.algorithm_config}, where every member may be missing.
 *
 * @param length tracks wanted, 10 to 500; {@code length}
 * @param artistCap tracks of one artist at most, 1 to 50; {@code artist_cap}
 * @param allowExplicit whether tracks marked as explicit may be chosen; {@code allow_explicit}
 * @param noRepeat from how many of the last refreshes nothing is repeated, 0 to 20; {@code
 *     no_repeat}
 */
public record BlendSettings(int length, int artistCap, boolean allowExplicit, int noRepeat) {

  public static final BlendSettings DEFAULT = new BlendSettings(50, 3, true, 1);

  public BlendSettings {
    within("length", length, 10, 500);
    within("artist_cap", artistCap, 1, 50);
    within("no_repeat", noRepeat, 0, 20);
  }

  private static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " is " + value + ", not " + least + " to " + most);
    }
  }
}
