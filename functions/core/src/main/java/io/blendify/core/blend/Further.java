package io.blendify.core.blend;

import io.blendify.core.population.Vicinity;

/** What goes with what somebody likes, summed over all of it. */
final class Further {

  /** Beyond so many, nothing is expected to please. */
  static final int MOST = 200;

  /** So many of a person's things are asked what goes with them; the others say little. */
  private static final int SPEAKING = 500;

  private Further() {}

  /** Places of what the person likes most. */
  static int[] liked(Likes likes) {
    return likes.best(SPEAKING);
  }

  /** How much the one at that place weighs: the tenth thing says not much less than the first. */
  static double weight(Likes likes, int place, double greatest) {
    return Math.sqrt(likes.weights[place] / greatest);
  }

  /**
   * How much speaks for each recording that the person does not have, by its number in the
   * vicinity.
   *
   * @param likes all that the person has
   */
  static double[] of(Likes likes, Tracks tracks, Vicinity vicinity) {
    var sums = new double[vicinity.size()];
    double greatest = likes.greatest();
    for (int place : liked(likes)) {
      long recording = tracks.get(likes.ids[place]).recording();
      vicinity.add(recording, weight(likes, place, greatest), sums);
    }
    for (int id : likes.ids) {
      int number = vicinity.number(tracks.get(id).recording());
      if (number >= 0) {
        sums[number] = 0;
      }
    }
    return sums;
  }
}
