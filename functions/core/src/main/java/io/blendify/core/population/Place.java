package io.blendify.core.population;

/**
 * Where one thing stands among all things of its kind.
 *
 * @param listeners how many of the people asked know it
 * @param axes its coordinates in the taste space: the product of two things' is how much the one
 *     speaks for the other
 * @param styles the few styles of music that it belongs to, strongest first
 * @param shares how much to each of them; they add up to 1
 */
public record Place(int listeners, float[] axes, int[] styles, float[] shares) {

  /** Of two things, or of a person and a thing. */
  public static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
