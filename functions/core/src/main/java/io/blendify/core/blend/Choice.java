package io.blendify.core.blend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses so that the product of what the members get is as great as can be: each time the track
 * that adds most to the sum of weight · log(start + served). So who got little is listened to more.
 *
 * <p>The Nash welfare of several recipients (Nash 1950, "The bargaining problem"; Caragiannis and
 * others 2019, "The unreasonable fairness of maximum Nash welfare"). A plain sum serves the
 * majority, the least misery makes bland lists. The sum of logarithms is monotone and submodular,
 * so the greedy choice is within 1 - 1/e of the best (Nemhauser, Wolsey, Fisher 1978), and gains
 * only fall, so a candidate is weighed again only when it comes up (Minoux 1978): no pass over all
 * candidates for each track.
 */
final class Choice {

  /**
   * What everybody has before the first track, so that its logarithm exists; about one good track.
   */
  private static final double START = 0.5;

  /**
   * Much more where discoveries are looked for: what many are likely to enjoy counts for more than
   * that everybody gets one.
   */
  private static final double START_OF_DISCOVERY = 20;

  /** Chance moves a gain by at most so much, so that another seed gives another, as good list. */
  private static final double PLAY = 0.05;

  private record Gain(Candidate candidate, double gain, int asOf) {}

  private final Group group;
  private final Algorithm algorithm;
  private final BlendSettings settings;
  private final long seed;
  private final double[] served;
  private final int[] own;
  private final Map<Integer, Integer> ofArtist = new HashMap<>();
  private final Set<Integer> taken = new HashSet<>();
  private final List<Candidate> chosen = new ArrayList<>();

  Choice(Group group, Algorithm algorithm, BlendSettings settings, long seed) {
    this.group = group;
    this.algorithm = algorithm;
    this.settings = settings;
    this.seed = seed;
    this.served = new double[group.size()];
    this.own = new int[group.size()];
    Arrays.fill(served, algorithm == Algorithm.DISCOVERY ? START_OF_DISCOVERY : START);
  }

  /**
   * In the order of choice.
   *
   * @param heard recordings that are taken only when nothing else is left
   */
  List<Candidate> from(List<Candidate> candidates, Set<Long> heard) {
    var fresh =
        candidates.stream()
            .filter(c -> !heard.contains(group.track(c.track()).recording()))
            .toList();
    for (var pool : List.of(fresh, candidates)) {
      choose(pool, settings.length() - reserved(), _ -> true);
      serveTheRest(pool);
      choose(pool, settings.length(), _ -> true);
    }
    return List.copyOf(chosen);
  }

  /** Half of the blend is kept free until it is sure that everybody has the least share. */
  private int reserved() {
    return least() * group.size();
  }

  /** Tracks out of the own library that everybody is sure of, if there are so many. */
  private int least() {
    return algorithm == Algorithm.DISCOVERY
        ? settings.length() / (4 * group.size())
        : settings.length() / (2 * group.size());
  }

  /** Everybody with less than the least share, who has least first. */
  private void serveTheRest(List<Candidate> pool) {
    var places = new ArrayList<Integer>();
    for (int place = 0; place < own.length; place++) {
      places.add(place);
    }
    places.sort(
        Comparator.<Integer>comparingInt(place -> own[place]).thenComparing(place -> place));
    for (int place : places) {
      int missing = least() - own[place];
      if (missing > 0) {
        choose(pool, Math.min(settings.length(), chosen.size() + missing), owns(place));
      }
    }
  }

  private static Predicate<Candidate> owns(int place) {
    return candidate -> Arrays.binarySearch(candidate.owners(), place) >= 0;
  }

  private void choose(List<Candidate> pool, int upTo, Predicate<Candidate> wanted) {
    if (chosen.size() >= upTo) {
      return;
    }
    var queue =
        new PriorityQueue<Gain>(
            Comparator.comparingDouble(Gain::gain)
                .reversed()
                .thenComparingLong(gain -> group.track(gain.candidate().track()).recording()));
    pool.stream().filter(wanted).filter(this::isFree).forEach(c -> queue.add(gain(c)));
    while (chosen.size() < upTo && !queue.isEmpty()) {
      var best = queue.remove();
      if (!isFree(best.candidate())) {
        continue;
      }
      if (best.asOf() == chosen.size()) {
        take(best.candidate());
      } else {
        queue.add(gain(best.candidate()));
      }
    }
  }

  private boolean isFree(Candidate candidate) {
    int artist = group.track(candidate.track()).mainArtist();
    return !taken.contains(candidate.track())
        && (artist < 0 || ofArtist.getOrDefault(artist, 0) < settings.artistCap());
  }

  private Gain gain(Candidate candidate) {
    double gain = 0;
    for (int i = 0; i < candidate.members().length; i++) {
      int place = candidate.members()[i];
      gain += weight(place) * Math.log1p(candidate.gives()[i] / served[place]);
    }
    long chance = Mixed.of(seed, group.track(candidate.track()).title());
    return new Gain(candidate, gain * (1 + PLAY * (Mixed.unit(chance) - 0.5)), chosen.size());
  }

  private double weight(int place) {
    return algorithm == Algorithm.WEIGHTED ? group.members().get(place).weight() : 1;
  }

  private void take(Candidate candidate) {
    chosen.add(candidate);
    taken.add(candidate.track());
    ofArtist.merge(group.track(candidate.track()).mainArtist(), 1, Integer::sum);
    for (int i = 0; i < candidate.members().length; i++) {
      served[candidate.members()[i]] += candidate.gives()[i];
    }
    for (int place : candidate.owners()) {
      own[place]++;
    }
  }
}
