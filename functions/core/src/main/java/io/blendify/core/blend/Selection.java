package io.blendify.core.blend;

import java.util.List;

/**
 * The tracks of a blend in playing order.
 *
 * @param satisfaction one for each member, in the order of the members
 */
public record Selection(List<Pick> picks, List<Satisfaction> satisfaction) {

  public Selection {
    picks = List.copyOf(picks);
    satisfaction = List.copyOf(satisfaction);
  }
}
