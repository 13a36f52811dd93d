package io.blendify.core.population;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The directions in which tastes differ most: the largest singular vectors of the table of people
 * and things, by subspace iteration from a random start (Halko, Martinsson, Tropp 2011, "Finding
 * structure with randomness"). A thing counts less the more people know it, and everybody counts
 * alike.
 */
final class Axes {

  /** Directions carried along beyond those wanted, so that the last wanted one is true too. */
  private static final int SPARE = 8;

  private static final int ITERATIONS = 10;

  private static final double RENOWN = 0.25;

  /**
   * @param vectors of each thing
   * @param strengths singular values, falling
   */
  record Found(double[][] vectors, double[] strengths) {}

  private final Listening listening;
  private final double[] scale;
  private final double[] norms;

  private Axes(Listening listening) {
    this.listening = listening;
    this.scale =
        IntStream.range(0, listening.size())
            .mapToDouble(thing -> Math.pow(listening.listeners(thing), -RENOWN))
            .toArray();
    this.norms = IntStream.range(0, listening.people()).mapToDouble(this::norm).toArray();
  }

  static Found of(Listening listening, int wanted) {
    return new Axes(listening).find(wanted);
  }

  private double norm(int person) {
    double square = 0;
    var things = listening.things(person);
    for (int i = 0; i < things.length; i++) {
      double value = value(person, i);
      square += value * value;
    }
    return square > 0 ? 1 / Math.sqrt(square) : 0;
  }

  private double value(int person, int place) {
    return Math.sqrt(listening.weights(person)[place]) * scale[listening.things(person)[place]];
  }

  private Found find(int wanted) {
    int width = Math.min(wanted + SPARE, Math.min(listening.people(), listening.size()));
    var random = new Random(listening.size());
    var basis = new double[listening.size()][width];
    for (var row : basis) {
      Arrays.setAll(row, _ -> random.nextGaussian());
    }
    Dense.orthonormal(basis);
    for (int i = 0; i < ITERATIONS; i++) {
      basis = ofThings(ofPeople(basis));
      Dense.orthonormal(basis);
    }
    return turned(basis, ofPeople(basis), Math.min(wanted, width));
  }

  private double[][] ofPeople(double[][] ofThings) {
    int width = ofThings.length == 0 ? 0 : ofThings[0].length;
    var result = new double[listening.people()][width];
    for (int person = 0; person < result.length; person++) {
      var things = listening.things(person);
      for (int i = 0; i < things.length; i++) {
        add(result[person], ofThings[things[i]], norms[person] * value(person, i));
      }
    }
    return result;
  }

  private double[][] ofThings(double[][] ofPeople) {
    var result = new double[listening.size()][ofPeople[0].length];
    for (int person = 0; person < ofPeople.length; person++) {
      var things = listening.things(person);
      for (int i = 0; i < things.length; i++) {
        add(result[things[i]], ofPeople[person], norms[person] * value(person, i));
      }
    }
    return result;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * what[i];
    }
  }

  /** The basis turned so that its directions are the singular vectors, strongest first. */
  private static Found turned(double[][] basis, double[][] people, int wanted) {
    int width = people[0].length;
    var gram = new double[width][width];
    for (var row : people) {
      for (int i = 0; i < width; i++) {
        add(gram[i], row, row[i]);
      }
    }
    var turn = Dense.eigenvectors(gram);
    var order =
        IntStream.range(0, width)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> -gram[i][i]).thenComparing(i -> i))
            .limit(wanted)
            .mapToInt(i -> i)
            .toArray();
    var vectors = new double[basis.length][wanted];
    for (int thing = 0; thing < basis.length; thing++) {
      for (int i = 0; i < width; i++) {
        for (int axis = 0; axis < wanted; axis++) {
          vectors[thing][axis] += basis[thing][i] * turn[i][order[axis]];
        }
      }
    }
    return new Found(
        vectors,
        Arrays.stream(order).mapToDouble(i -> Math.sqrt(Math.max(0, gram[i][i]))).toArray());
  }
}
