package io.blendify.core.population;

import java.util.Arrays;

/**
 * How a match stands among those of two people drawn from the population: 50 is what two strangers
 * have in common in the middle, 100 is somebody and themselves.
 *
 * <p>Of few people little is known about strangers: then a usual curve stands in, and gives way as
 * people come.
 *
 * @param people among whom the matches were drawn
 * @param matches of strangers, 0 to 1: the 1st to the 99th percentile; empty where none are known
 */
public record Percentiles(int people, double[] matches) {

  /** Before anybody is known. */
  public static final Percentiles USUAL = new Percentiles(0, new double[0]);

  /** The match of two strangers in the middle, where nobody is known yet. */
  private static final double USUAL_MIDDLE = 0.15;

  /** With so many people, half of the curve is theirs. */
  private static final double HALF_KNOWN = 50;

  private static final int KNOTS = 99;

  /** Of matches of pairs of strangers, in any order. */
  public static Percentiles of(int people, double[] matches) {
    if (matches.length <= KNOTS) {
      return USUAL;
    }
    var sorted = matches.clone();
    Arrays.sort(sorted);
    var knots = new double[KNOTS];
    for (int i = 0; i < KNOTS; i++) {
      knots[i] = sorted[(int) ((i + 1) / 100.0 * sorted.length)];
    }
    return new Percentiles(people, knots);
  }

  /** From 0 to 100, greater for every greater match; 0 for 0 and 100 for 1. */
  public double of(double match) {
    double x = Math.min(1, Math.max(0, match));
    double usual = 100 * x * (1 + USUAL_MIDDLE) / (x + USUAL_MIDDLE);
    if (matches.length == 0) {
      return usual;
    }
    double known = people / (people + HALF_KNOWN);
    return known * among(x) + (1 - known) * usual;
  }

  /** Straight between the percentiles. */
  private double among(double match) {
    int above = above(match);
    double high = above == matches.length ? 1 : matches[above];
    int below = above == 0 ? -1 : above - 1;
    double low = below < 0 ? 0 : matches[below];
    double from = low > 0 ? below + 1.0 : 0; // however many have nothing in common: 0 stays 0
    return high <= low ? from : from + (match - low) / (high - low) * (above + 1 - from);
  }

  /** The first knot above the match. */
  private int above(double match) {
    int place = 0;
    while (place < matches.length && matches[place] <= match) {
      place++;
    }
    return place;
  }
}
