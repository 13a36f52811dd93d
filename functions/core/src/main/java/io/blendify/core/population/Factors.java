package io.blendify.core.population;

import java.util.Random;

/**
 * A few hidden traits of people and of things, so chosen that who knows a thing has much of its
 * traits: matrix factorisation of implicit feedback by alternating least squares (Hu, Koren,
 * Volinsky 2008, "Collaborative filtering for implicit feedback datasets"), with the regularisation
 * by frequency of Rendle and others 2022, "Revisiting the performance of iALS". Each least square
 * is approached by a few steps of conjugate gradients from the last solution (Takács, Pilászy, Tikk
 * 2011), so that time grows with traits · knowledge and not with their cube.
 *
 * <p>What is not in the table needs no traits: somebody's are solved for from what they like, as
 * for the mean person, which makes the answer a sum over the things liked.
 */
final class Factors implements Voice {

  private static final int TRAITS = 96;

  /** What it counts that somebody does not know a thing, against knowing one. */
  private static final double UNKNOWN = 0.02;

  private static final double REGULAR = 0.025;
  private static final int ROUNDS = 10;

  private final Felt felt;
  private final float[][] ofPeople;
  private final float[][] ofThings;
  private final double[][] solution;

  Factors(Felt felt) {
    this.felt = felt;
    int things = felt.listening().size();
    int traits = Math.min(TRAITS, Math.min(things, felt.listening().people()));
    this.ofPeople = new float[felt.listening().people()][traits];
    this.ofThings = start(things, traits);
    for (int round = 0; round < ROUNDS; round++) {
      fitPeople();
      fitThings();
    }
    this.solution = meanPerson();
  }

  private static float[][] start(int things, int traits) {
    var random = new Random(things);
    var start = new float[things][traits];
    for (var row : start) {
      for (int i = 0; i < traits; i++) {
        row[i] = (float) (0.1 * random.nextGaussian() / Math.sqrt(traits));
      }
    }
    return start;
  }

  private void fitPeople() {
    var squares = new LeastSquares(ofThings, UNKNOWN);
    for (int person = 0; person < ofPeople.length; person++) {
      var things = felt.things(person);
      double regular = REGULAR * (things.length + UNKNOWN * ofThings.length);
      squares.improve(ofPeople[person], things, felt.byPerson(person), regular);
    }
  }

  private void fitThings() {
    var squares = new LeastSquares(ofPeople, UNKNOWN);
    for (int thing = 0; thing < ofThings.length; thing++) {
      var people = felt.people(thing);
      double regular = REGULAR * (people.length + UNKNOWN * ofPeople.length);
      squares.improve(ofThings[thing], people, felt.byThing(thing), regular);
    }
  }

  /** What the mean person's traits are solved for by. */
  private double[][] meanPerson() {
    int people = ofPeople.length;
    double known = (double) felt.listening().count() / people;
    var mean = new double[ofThings[0].length][ofThings[0].length];
    for (int thing = 0; thing < ofThings.length; thing++) {
      double weight = UNKNOWN;
      for (float by : felt.byThing(thing)) {
        weight += by / people;
      }
      LeastSquares.addSquare(mean, ofThings[thing], weight);
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i][i] += REGULAR * (known + UNKNOWN * ofThings.length);
    }
    Dense.invert(mean);
    return mean;
  }

  @Override
  public double[] of(int[] liked, float[] how) {
    var sum = new double[solution.length];
    for (int i = 0; i < liked.length; i++) {
      for (int trait = 0; trait < sum.length; trait++) {
        sum[trait] += how[i] * ofThings[liked[i]][trait];
      }
    }
    var traits = LeastSquares.times(solution, sum);
    var said = new double[ofThings.length];
    for (int thing = 0; thing < said.length; thing++) {
      said[thing] = LeastSquares.dot(ofThings[thing], traits);
    }
    return said;
  }
}
