package io.blendify.core.blend;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The list that would be liked most in the mean, whoever it passes over: what a fair list is
 * measured against.
 */
final class Majority {

  private Majority() {}

  /** Mean liking of its tracks, 0 to 1. */
  static double liking(
      Group group, BlendSettings settings, List<Candidate> candidates, Set<Long> heard) {
    var best =
        candidates.stream()
            .sorted(
                Comparator.<Candidate, Boolean>comparing(
                        c -> heard.contains(group.track(c.track()).recording()))
                    .thenComparing(Comparator.comparingDouble(Candidate::liking).reversed())
                    .thenComparing(Candidate::track))
            .toList();
    Map<Integer, Integer> ofArtist = new HashMap<>();
    Set<Integer> taken = new HashSet<>();
    double sum = 0;
    for (var candidate : best) {
      int artist = group.track(candidate.track()).mainArtist();
      boolean isFree = artist < 0 || ofArtist.getOrDefault(artist, 0) < settings.artistCap();
      if (taken.size() < settings.length() && isFree && taken.add(candidate.track())) {
        ofArtist.merge(artist, 1, Integer::sum);
        sum += candidate.liking();
      }
    }
    return taken.isEmpty() ? 0 : sum / taken.size();
  }
}
