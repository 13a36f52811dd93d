package io.blendify.core.blend;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Who brought a track: everybody who has it, as much as they like it. Nobody else. */
final class Contributors {

  private static final int MOST = 10;

  private Contributors() {}

  /** Places of the members, by falling liking. */
  static List<Integer> places(Group group, Candidate candidate) {
    return Arrays.stream(candidate.owners())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(
                    place -> Liking.known(group.members().get(place), candidate.track()))
                .reversed()
                .thenComparing(place -> place))
        .toList();
  }

  /** Who brought it most; of an offer, for whom most is expected of it. */
  static int lead(Group group, Candidate candidate) {
    if (candidate.owners().length > 0) {
      return places(group, candidate).getFirst();
    }
    int lead = 0;
    for (int i = 1; i < candidate.members().length; i++) {
      lead = candidate.gives()[i] > candidate.gives()[lead] ? i : lead;
    }
    return candidate.members().length == 0 ? 0 : candidate.members()[lead];
  }

  static List<Contribution> of(Group group, Candidate candidate) {
    var places = places(group, candidate);
    double sum =
        places.stream()
            .mapToDouble(place -> Liking.known(group.members().get(place), candidate.track()))
            .sum();
    return places.stream()
        .limit(MOST)
        .map(place -> contribution(group.members().get(place), candidate.track(), sum))
        .toList();
  }

  private static Contribution contribution(Member member, int track, double sum) {
    return new Contribution(
        member.userId(),
        Math.round(1e4 * Liking.known(member, track) / sum) / 1e4,
        member.library().because(track));
  }
}
