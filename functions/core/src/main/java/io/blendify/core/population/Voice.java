package io.blendify.core.population;

/** One way to tell from what somebody likes what else they will like. */
interface Voice {

  /**
   * How much speaks for each thing of the table; without meaning for the things given.
   *
   * @param things what somebody likes
   * @param felt how much, in the same order
   */
  double[] of(int[] things, float[] felt);
}
