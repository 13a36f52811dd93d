package io.blendify.core.blend;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes the list of tracks for a group. The same for the same group, settings, history and seed.
 */
public final class Selecting {

  private final Group group;
  private final Algorithm algorithm;
  private final BlendSettings settings;
  private final long seed;

  private Selecting(Group group, Algorithm algorithm, BlendSettings settings, long seed) {
    this.group = group;
    this.algorithm = algorithm;
    this.settings = settings;
    this.seed = seed;
  }

  /**
   * Fewer tracks than asked for where the members' libraries do not hold more.
   *
   * @param heard recordings of the blend's last lists: chosen only when nothing else is left
   */
  public static Selection of(
      Group group, Algorithm algorithm, BlendSettings settings, Set<Long> heard, long seed) {
    return new Selecting(group, algorithm, settings, seed).selection(heard);
  }

  private Selection selection(Set<Long> heard) {
    var candidates = new Candidates(group, algorithm, settings).all();
    var chosen = new Choice(group, algorithm, settings, seed).from(candidates, heard);
    var ordered = Order.of(group, chosen);
    var reasons = new Reasons(group, algorithm);
    var picks = ordered.stream().map(candidate -> pick(candidate, reasons, heard)).toList();
    double liking = ordered.stream().mapToDouble(Candidate::liking).average().orElse(0);
    double most = Majority.liking(group, settings, candidates, heard);
    return new Selection(
        picks, satisfaction(ordered), rounded(liking), rounded(Math.max(0, most - liking)));
  }

  private static double rounded(double value) {
    return Math.round(1e4 * value) / 1e4;
  }

  private Pick pick(Candidate candidate, Reasons reasons, Set<Long> heard) {
    var track = group.track(candidate.track());
    return new Pick(
        track.recording(),
        candidate.owners().length == 0
            ? track.offered()
            : group
                .members()
                .get(Contributors.lead(group, candidate))
                .library()
                .version(candidate.track()),
        Contributors.of(group, candidate),
        candidate.owners().length,
        Math.round(1e4 * candidate.liking()) / 1e4,
        reasons.of(candidate),
        heard.contains(track.recording()));
  }

  private List<Satisfaction> satisfaction(List<Candidate> chosen) {
    var all = new ArrayList<Satisfaction>();
    for (int place = 0; place < group.size(); place++) {
      var member = group.members().get(place);
      double liking = 0;
      int own = 0;
      for (var candidate : chosen) {
        own += Liking.known(member, candidate.track()) > 0 ? 1 : 0;
        liking += Liking.any(group, place, candidate.track());
      }
      all.add(
          new Satisfaction(
              member.userId(), own, Math.round(1e4 * liking / Math.max(1, chosen.size())) / 1e4));
    }
    return all;
  }
}
