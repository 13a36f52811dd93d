package io.blendify.core.population;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * For each thing, what else is liked by those who like it.
 *
 * <p>The weights are those of a linear model that predicts everybody's things from all their other
 * things (Steck 2019, "Embarrassingly shallow autoencoders", EASE), found through the table of
 * people, which is smaller than that of things; to them is added the shrunk cosine of how often two
 * things meet, which knows more of rare things.
 */
public final class Neighbours {

  private static final double RIDGE = 25;
  private static final double SHRINK = 20;

  /**
   * What the cosine counts against the model where a thing has one listener in the mean; the more
   * listeners there are, the more the model knows and the less is left to the cosine.
   */
  private static final double COSINE = 1.5;

  private static final int MOST = 200;

  /** Nobody's table of people grows beyond this: its square is held in memory. */
  public static final int MOST_PEOPLE = 2_000;

  private final Listening listening;
  private final float[][] values;
  private final int[][] knowers;
  private final double[][] inverse;
  private final double[] leverage;
  private final double cosine;

  private Neighbours(Listening listening) {
    this.listening = listening;
    this.values =
        IntStream.range(0, listening.people()).mapToObj(this::values).toArray(float[][]::new);
    this.knowers = knowers();
    this.inverse = inverse();
    this.leverage = leverage();
    this.cosine = COSINE * listening.size() / listening.count();
  }

  /** Hands over the neighbours of each thing, nearest first, in the order of the things. */
  public static void of(Listening listening, BiConsumer<String, List<Neighbour>> each) {
    if (listening.people() > MOST_PEOPLE) {
      throw new IllegalArgumentException(listening.people() + " people are too many");
    }
    if (listening.people() > 0) {
      new Neighbours(listening).each(each);
    }
  }

  /** Square roots: the tenth thing of a list says not much less than the first. */
  private float[] values(int person) {
    var weights = listening.weights(person);
    float most = 0;
    for (float weight : weights) {
      most = Math.max(most, weight);
    }
    var of = new float[weights.length];
    for (int i = 0; i < of.length; i++) {
      of[i] = (float) Math.sqrt(weights[i] / most);
    }
    return of;
  }

  private int[][] knowers() {
    var knowers = new int[listening.size()][];
    for (int thing = 0; thing < knowers.length; thing++) {
      knowers[thing] = new int[listening.listeners(thing)];
    }
    var next = new int[knowers.length];
    for (int person = 0; person < listening.people(); person++) {
      for (int thing : listening.things(person)) {
        knowers[thing][next[thing]++] = person;
      }
    }
    return knowers;
  }

  private double value(int person, int thing) {
    return values[person][Arrays.binarySearch(listening.things(person), thing)];
  }

  private double[][] inverse() {
    int people = listening.people();
    var gram = new double[people][people];
    var scattered = new double[listening.size()];
    for (int a = 0; a < people; a++) {
      scatter(scattered, a, true);
      for (int b = 0; b <= a; b++) {
        double dot = 0;
        var things = listening.things(b);
        for (int i = 0; i < things.length; i++) {
          dot += scattered[things[i]] * values[b][i];
        }
        gram[a][b] = dot;
        gram[b][a] = dot;
      }
      gram[a][a] += RIDGE;
      scatter(scattered, a, false);
    }
    Dense.invert(gram);
    return gram;
  }

  private void scatter(double[] scattered, int person, boolean set) {
    var things = listening.things(person);
    for (int i = 0; i < things.length; i++) {
      scattered[things[i]] = set ? values[person][i] : 0;
    }
  }

  private double[] leverage() {
    var leverage = new double[listening.size()];
    for (int thing = 0; thing < leverage.length; thing++) {
      for (int a : knowers[thing]) {
        for (int b : knowers[thing]) {
          leverage[thing] += value(a, thing) * inverse[a][b] * value(b, thing);
        }
      }
    }
    return leverage;
  }

  private void each(BiConsumer<String, List<Neighbour>> each) {
    var weights = new double[listening.size()];
    var met = new int[listening.size()];
    for (int thing = 0; thing < weights.length; thing++) {
      Arrays.fill(weights, 0);
      Arrays.fill(met, 0);
      model(thing, weights);
      meetings(thing, met);
      for (int other = 0; other < weights.length; other++) {
        weights[other] =
            other == thing
                ? 0
                : weights[other] / (1 - leverage[other])
                    + cosine * cosine(thing, other, met[other]);
      }
      each.accept(listening.key(thing), nearest(weights));
    }
  }

  private void model(int thing, double[] weights) {
    var by = new double[listening.people()];
    for (int knower : knowers[thing]) {
      double value = value(knower, thing);
      var row = inverse[knower];
      for (int person = 0; person < by.length; person++) {
        by[person] += value * row[person];
      }
    }
    for (int person = 0; person < by.length; person++) {
      var things = listening.things(person);
      for (int i = 0; i < things.length; i++) {
        weights[things[i]] += by[person] * values[person][i];
      }
    }
  }

  private void meetings(int thing, int[] met) {
    for (int knower : knowers[thing]) {
      for (int other : listening.things(knower)) {
        met[other]++;
      }
    }
  }

  private double cosine(int a, int b, int met) {
    return met == 0
        ? 0
        : met
            / Math.sqrt((double) listening.listeners(a) * listening.listeners(b))
            * (met / (met + SHRINK));
  }

  private List<Neighbour> nearest(double[] weights) {
    return Largest.of(weights, MOST).stream()
        .filter(other -> weights[other] > 0)
        .map(other -> new Neighbour(listening.key(other), (float) weights[other]))
        .toList();
  }
}
