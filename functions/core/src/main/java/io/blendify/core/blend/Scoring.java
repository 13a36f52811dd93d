package io.blendify.core.blend;

import java.util.ArrayList;
import java.util.List;

/** Scores a group: the mean match of its pairs, which for two people is their match. */
public final class Scoring {

  /** Of the rules in this package: one more with every change of what they give. */
  public static final int ENGINE_VERSION = 4;

  /** Of so many known things, half of the result is data. */
  private static final double HALF_CONFIDENT = 20;

  private final Group group;
  private final long seed;
  private final List<PairMatch> pairs;

  private Scoring(Group group, long seed) {
    this.group = group;
    this.seed = seed;
    this.pairs =
        Pairs.of(group.size(), seed, (first, second) -> PairMatch.of(group, first, second));
  }

  /** The same for the same group and seed. Throws where there are fewer than two members. */
  public static Score of(Group group, long seed) {
    if (group.size() < 2) {
      throw new IllegalArgumentException("a score needs two people, not " + group.size());
    }
    return new Scoring(group, seed).score();
  }

  private Score score() {
    double exact = pairs.stream().mapToDouble(PairMatch::score).sum() / pairs.size();
    long hundredths = Math.round(100 * Math.min(100, Math.max(0, exact)));
    double value = hundredths / 100.0;
    var interval = new Resampling(group, pairs, seed).interval(exact);
    var terms = new Terms(group, pairs);
    var coverage = group.members().stream().map(Scoring::coverage).toList();
    return new Score(
        value,
        new Interval(
            Math.min(value, Rounding.toHundredths(Math.max(0, interval.low()))),
            Math.max(value, Rounding.toHundredths(Math.min(100, interval.high())))),
        components(hundredths),
        terms.upTo(hundredths),
        coverage,
        pairScores(),
        new Sentences(group, terms, value).all());
  }

  private List<Component> components(long hundredths) {
    var weights = new double[Aspect.values().length];
    var points = new double[weights.length];
    var alone = new double[weights.length];
    for (var pair : pairs) {
      pair.matches()
          .forEach(
              (aspect, match) -> {
                double weight = pair.weight(aspect) / pairs.size();
                weights[aspect.ordinal()] += weight;
                points[aspect.ordinal()] += pair.worth() * weight * match.ratio().value();
                alone[aspect.ordinal()] += weight * group.percentiles().of(match.ratio().value());
              });
    }
    var rounded = Rounding.upTo(hundredths, points);
    var components = new ArrayList<Component>();
    for (var aspect : Aspect.values()) {
      double weight = weights[aspect.ordinal()];
      if (weight > 0) {
        components.add(
            new Component(
                aspect.label(),
                Math.round(1e4 * weight) / 1e4,
                Rounding.toHundredths(alone[aspect.ordinal()] / weight),
                rounded[aspect.ordinal()] / 100.0));
      }
    }
    return components;
  }

  private List<PairScore> pairScores() {
    if (!Pairs.areAll(group.size())) {
      return List.of();
    }
    return pairs.stream()
        .map(
            pair ->
                new PairScore(
                    group.members().get(pair.first()).userId(),
                    group.members().get(pair.second()).userId(),
                    Rounding.toHundredths(pair.score())))
        .toList();
  }

  private static Coverage coverage(Member member) {
    var view = member.scored();
    int artists = view.of(Aspect.ARTISTS).size();
    int tracks = view.of(Aspect.TRACKS).size();
    double known = artists + tracks;
    return new Coverage(
        member.userId(),
        artists,
        tracks,
        view.of(Aspect.GENRES).size(),
        view.sources(),
        Rounding.toHundredths(known / (known + HALF_CONFIDENT)));
  }
}
