package io.blendify.core.population;

/**
 * Where one thing stands among all things of its kind.
 *
 * @param listeners how many of the people asked know it
 * @param styles the few styles of music that it belongs to, strongest first
 * @param shares how much to each of them; they add up to 1
 */
public record Place(int listeners, int[] styles, float[] shares) {}
