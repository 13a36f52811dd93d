package io.blendify.sandbox.world;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that repeats itself: the same seed and the same words give the same numbers on every
 * machine.
 */
public final class Chance {

  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String BASE32 = "0123456789abcdefghijklmnopqrstuv";

  private Chance() {}

  /** 64 well mixed bits for the seed and the words (their text counts, and their order). */
  public static long hash(long seed, Object... words) {
    long h = mix(seed + 0x9E3779B97F4A7C15L);
    for (Object word : words) {
      String text = word.toString();
      for (int i = 0; i < text.length(); i++) {
        h = mix(h ^ text.charAt(i));
      }
      h = mix(h + 0x9E3779B97F4A7C15L);
    }
    return h;
  }

  /** In [0, 1). */
  public static double unit(long seed, Object... words) {
    return (hash(seed, words) >>> 11) * 0x1.0p-53;
  }

  /** A source of numbers of its own for the seed and the words. */
  public static SplittableRandom of(long seed, Object... words) {
    return new SplittableRandom(hash(seed, words));
  }

  /** A text of the given length from digits and letters, as Spotify's ids are. */
  public static String base62(int length, long seed, Object... words) {
    return text(BASE62, length, of(seed, words));
  }

  /** A text of the given length from digits and lower-case letters. */
  public static String lowerCase(int length, long seed, Object... words) {
    return text(BASE32, length, of(seed, words));
  }

  /** One of the list, each as likely as the others. */
  static <T> T pick(SplittableRandom chance, List<T> from) {
    return from.get(chance.nextInt(from.size()));
  }

  private static String text(String alphabet, int length, SplittableRandom chance) {
    var made = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      made.append(alphabet.charAt(chance.nextInt(alphabet.length())));
    }
    return made.toString();
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
