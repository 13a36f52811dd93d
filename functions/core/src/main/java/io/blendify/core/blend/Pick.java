package io.blendify.core.blend;

import java.util.List;

/**
 * One track of a blend.
 *
 * @param recording identity across providers
 * @param version how the main contributor's library describes it
 * @param contributors everybody whose library has it, by falling share, at most ten
 * @param contributorCount of all of them
 * @param liking mean expected liking over all members, 0 to 1
 * @param reason one sentence; names stand as <code>{user id}</code> until they are known
 * @param repeated whether it was in one of the last blends and nothing newer was left
 */
public record Pick(
    long recording,
    long version,
    List<Contribution> contributors,
    int contributorCount,
    double liking,
    String reason,
    boolean repeated) {

  public Pick {
    contributors = List.copyOf(contributors);
  }
}
