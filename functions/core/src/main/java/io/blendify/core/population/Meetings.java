package io.blendify.core.population;

/**
 * The cosine of how often two things meet in one person's list, shrunk where they met seldom (Bell
 * and Koren 2007, "Scalable collaborative filtering with jointly derived neighborhood interpolation
 * weights", section 3). It knows more of rare things than a model does.
 */
final class Meetings implements Voice {

  private static final double SHRINK = 20;

  private final Felt felt;

  Meetings(Felt felt) {
    this.felt = felt;
  }

  @Override
  public double[] of(int[] liked, float[] how) {
    var said = new double[felt.listening().size()];
    var met = new int[said.length];
    for (int i = 0; i < liked.length; i++) {
      count(liked[i], met);
      for (int person : felt.people(liked[i])) {
        for (int other : felt.things(person)) {
          said[other] += how[i] * cosine(liked[i], other, met[other]);
          met[other] = 0; // counted once
        }
      }
    }
    return said;
  }

  private void count(int thing, int[] met) {
    for (int person : felt.people(thing)) {
      for (int other : felt.things(person)) {
        met[other]++;
      }
    }
  }

  private double cosine(int a, int b, int met) {
    double listeners = (double) felt.listening().listeners(a) * felt.listening().listeners(b);
    return met * met / (met + SHRINK) / Math.sqrt(listeners);
  }
}
