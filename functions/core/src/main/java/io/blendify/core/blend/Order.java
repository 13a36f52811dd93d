package io.blendify.core.blend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The playing order: what was chosen first comes early, but no artist follows upon the same artist
 * where that can be avoided, and who brought a track does not bring the next one where another can.
 */
final class Order {

  private final Group group;
  private final List<Candidate> left;
  private final Map<Integer, Integer> ofArtist = new HashMap<>();
  private final Map<Integer, Integer> leads = new HashMap<>();
  private final List<Candidate> ordered = new ArrayList<>();

  private Order(Group group, List<Candidate> chosen) {
    this.group = group;
    this.left = new ArrayList<>(chosen);
    chosen.forEach(candidate -> ofArtist.merge(artist(candidate), 1, Integer::sum));
  }

  static List<Candidate> of(Group group, List<Candidate> chosen) {
    return new Order(group, chosen).ordered();
  }

  private List<Candidate> ordered() {
    while (!left.isEmpty()) {
      var next = left.remove(next());
      ofArtist.merge(artist(next), -1, Integer::sum);
      ordered.add(next);
    }
    return ordered;
  }

  private int next() {
    int best = 0;
    int bestRank = Integer.MAX_VALUE;
    for (int place = 0; place < left.size() && bestRank > 0; place++) {
      int rank = rank(left.get(place));
      if (rank < bestRank) {
        best = place;
        bestRank = rank;
      }
    }
    return best;
  }

  /**
   * 0 fits best. An artist of whom more than half of what is left remains goes first: otherwise two
   * of them would meet in the end.
   */
  private int rank(Candidate candidate) {
    if (ordered.isEmpty()) {
      return isPressing(candidate) ? 0 : 1;
    }
    var last = ordered.getLast();
    boolean sameArtist = artist(last) == artist(candidate) && artist(last) >= 0;
    boolean sameLead =
        last.owners().length > 0 && candidate.owners().length > 0 && lead(last) == lead(candidate);
    return (sameArtist ? 4 : 0)
        + (isPressing(candidate) ? 0 : anyPressing() ? 2 : 0)
        + (sameLead ? 1 : 0);
  }

  private boolean anyPressing() {
    return left.stream().anyMatch(this::isPressing);
  }

  private boolean isPressing(Candidate candidate) {
    return artist(candidate) >= 0 && 2 * ofArtist.getOrDefault(artist(candidate), 0) > left.size();
  }

  private int artist(Candidate candidate) {
    return group.track(candidate.track()).mainArtist();
  }

  private int lead(Candidate candidate) {
    return leads.computeIfAbsent(candidate.track(), _ -> Contributors.lead(group, candidate));
  }
}
