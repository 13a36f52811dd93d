package io.blendify.core.blend;

import java.util.List;

/**
 * The tracks of a blend in playing order.
 *
 * @param satisfaction one for each member, in the order of the members
 * @param liking mean liking of all tracks over all members, 0 to 1
 * @param fairnessCost how much greater it could be in a list that passes some members over
 */
public record Selection(
    List<Pick> picks, List<Satisfaction> satisfaction, double liking, double fairnessCost) {

  public Selection {
    picks = List.copyOf(picks);
    satisfaction = List.copyOf(satisfaction);
  }
}
