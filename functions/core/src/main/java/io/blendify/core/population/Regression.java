package io.blendify.core.population;

/**
 * The linear model that predicts everybody's things from all their other things best (Steck 2019,
 * "Embarrassingly shallow autoencoders for sparse data", EASE), found through the table of people,
 * which is smaller than that of things: with X the table and K = (X Xᵀ + ridge)⁻¹, a thing i speaks
 * for j by (Xᵀ K X)ij / (1 - (Xᵀ K X)jj).
 */
final class Regression implements Voice {

  private static final double RIDGE = 25;

  private final Felt felt;
  private final double[][] inverse;
  private final double[] leverage;

  Regression(Felt felt) {
    this.felt = felt;
    this.inverse = gram();
    Dense.invert(inverse);
    this.leverage = leverage();
  }

  private double[][] gram() {
    int people = felt.listening().people();
    var gram = new double[people][people];
    var scattered = new double[felt.listening().size()];
    for (int a = 0; a < people; a++) {
      scatter(scattered, a, 1);
      for (int b = 0; b <= a; b++) {
        double dot = 0;
        var things = felt.things(b);
        for (int i = 0; i < things.length; i++) {
          dot += scattered[things[i]] * felt.byPerson(b)[i];
        }
        gram[a][b] = dot;
        gram[b][a] = dot;
      }
      gram[a][a] += RIDGE;
      scatter(scattered, a, 0);
    }
    return gram;
  }

  private void scatter(double[] scattered, int person, double times) {
    var things = felt.things(person);
    for (int i = 0; i < things.length; i++) {
      scattered[things[i]] = times * felt.byPerson(person)[i];
    }
  }

  private double[] leverage() {
    var leverage = new double[felt.listening().size()];
    for (int thing = 0; thing < leverage.length; thing++) {
      var people = felt.people(thing);
      var by = felt.byThing(thing);
      for (int a = 0; a < people.length; a++) {
        for (int b = 0; b < people.length; b++) {
          leverage[thing] += by[a] * inverse[people[a]][people[b]] * by[b];
        }
      }
    }
    return leverage;
  }

  @Override
  public double[] of(int[] liked, float[] how) {
    var said = new double[leverage.length];
    var by = ofPeople(liked, how);
    for (int person = 0; person < by.length; person++) {
      var things = felt.things(person);
      for (int i = 0; i < things.length; i++) {
        said[things[i]] += by[person] * felt.byPerson(person)[i];
      }
    }
    for (int thing = 0; thing < said.length; thing++) {
      said[thing] /= 1 - leverage[thing];
    }
    return said;
  }

  private double[] ofPeople(int[] liked, float[] how) {
    var by = new double[inverse.length];
    for (int i = 0; i < liked.length; i++) {
      var people = felt.people(liked[i]);
      for (int k = 0; k < people.length; k++) {
        double times = how[i] * felt.byThing(liked[i])[k];
        var row = inverse[people[k]];
        for (int person = 0; person < by.length; person++) {
          by[person] += times * row[person];
        }
      }
    }
    return by;
  }
}
