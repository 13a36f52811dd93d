package io.blendify.core.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Styles: clusters of things that point the same way in the taste space, found by k-means on the
 * sphere (Dhillon and Modha 2001, "Concept decompositions"). A thing belongs to the few that are
 * nearest, the more the nearer.
 *
 * <p>Styles and not the axes are what people are compared by: no share of a style is negative, so
 * that one thing more in common never tells against a match, and a style has well-known members by
 * which it can be named.
 */
final class Styles {

  private static final int MOST_STYLES = 64;
  private static final int THINGS_OF_A_STYLE = 20;
  private static final int ITERATIONS = 15;

  /** How soft the borders are: the cosine by which a share falls to a third. */
  private static final double SOFTNESS = 0.05;

  private static final int OF_ONE_THING = 8;
  private static final int NAMED_BY = 3;

  private final Listening listening;
  private final double[][] units;
  private double[][] centres;

  private Styles(Listening listening, double[][] units) {
    this.listening = listening;
    this.units = units;
    this.centres = start(Math.min(MOST_STYLES, listening.size() / THINGS_OF_A_STYLE));
  }

  static Space space(Listening listening, Axes.Found axes) {
    var styles = new Styles(listening, directions(axes));
    styles.move();
    var places = new ArrayList<Place>();
    var keys = new ArrayList<String>();
    for (int thing = 0; thing < listening.size(); thing++) {
      keys.add(listening.key(thing));
      places.add(styles.place(thing));
    }
    return new Space(listening.people(), keys, places, styles.names(places));
  }

  /** Where each thing points to: axes by the root of their strength, length 1. */
  private static double[][] directions(Axes.Found axes) {
    return Arrays.stream(axes.vectors())
        .map(vector -> direction(vector, axes.strengths()))
        .toArray(double[][]::new);
  }

  private static double[] direction(double[] vector, double[] strengths) {
    var direction = new double[vector.length];
    Arrays.setAll(direction, i -> vector[i] * Math.sqrt(strengths[i]));
    double length = Math.max(1e-15, Math.sqrt(dot(direction, direction)));
    Arrays.setAll(direction, i -> direction[i] / length);
    return direction;
  }

  /** Well-known things, drawn. */
  private double[][] start(int count) {
    var random = new Random(count);
    var drawn =
        IntStream.range(0, listening.size())
            .mapToDouble(thing -> -Math.log(1 - random.nextDouble()) / listening.listeners(thing))
            .toArray();
    return IntStream.range(0, drawn.length)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(thing -> drawn[thing]).thenComparing(t -> t))
        .limit(count)
        .map(thing -> units[thing])
        .toArray(double[][]::new);
  }

  private void move() {
    for (int i = 0; i < ITERATIONS; i++) {
      var sums = new double[centres.length][units[0].length];
      for (int thing = 0; thing < units.length; thing++) {
        var sum = sums[nearest(units[thing])];
        for (int axis = 0; axis < sum.length; axis++) {
          sum[axis] += listening.listeners(thing) * units[thing][axis];
        }
      }
      for (int style = 0; style < sums.length; style++) {
        double length = Math.sqrt(dot(sums[style], sums[style]));
        if (length > 0) {
          centres[style] = Arrays.stream(sums[style]).map(x -> x / length).toArray();
        }
      }
    }
  }

  private int nearest(double[] unit) {
    int nearest = 0;
    double best = -2;
    for (int style = 0; style < centres.length; style++) {
      double cosine = dot(unit, centres[style]);
      if (cosine > best) {
        best = cosine;
        nearest = style;
      }
    }
    return nearest;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private Place place(int thing) {
    var near = new double[centres.length];
    Arrays.setAll(near, s -> Math.exp((dot(units[thing], centres[s]) - 1) / SOFTNESS));
    var styles =
        IntStream.range(0, near.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(s -> -near[s]).thenComparing(s -> s))
            .limit(OF_ONE_THING)
            .mapToInt(s -> s)
            .toArray();
    double sum = Arrays.stream(styles).mapToDouble(s -> near[s]).sum();
    var shares = new float[styles.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (float) (near[styles[i]] / sum);
    }
    return new Place(listening.listeners(thing), styles, shares);
  }

  private List<List<String>> names(List<Place> places) {
    var names = new ArrayList<List<String>>();
    for (int style = 0; style < centres.length; style++) {
      names.add(names(style, places));
    }
    return names;
  }

  private List<String> names(int style, List<Place> places) {
    return IntStream.range(0, places.size())
        .boxed()
        .filter(thing -> places.get(thing).styles()[0] == style)
        .sorted(
            Comparator.<Integer>comparingDouble(
                    thing -> -places.get(thing).listeners() * places.get(thing).shares()[0])
                .thenComparing(thing -> thing))
        .limit(NAMED_BY)
        .map(listening::key)
        .toList();
  }
}
