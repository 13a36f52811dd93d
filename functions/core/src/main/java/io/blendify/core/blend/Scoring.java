package io.blendify.core.blend;

import java.util.ArrayList;
import java.util.List;

/** Scores a group: the mean match of its pairs, which for two people is their match. */
public final class Scoring {

  /** Of the rules in this package: one more with every change of what they give. */
  public static final int ENGINE_VERSION = 6;

  /** Of so many known things, half of the result is data. */
  private static final double HALF_CONFIDENT = 20;

  private final Group group;
  private final int pairs;
  private final Terms terms;
  private final Spread spread;
  private final double[] weights = new double[Aspect.values().length];
  private final double[] points = new double[weights.length];
  private final double[] alone = new double[weights.length];
  private final List<PairScore> pairScores = new ArrayList<>();
  private double sum;

  private Scoring(Group group, long seed) {
    this.group = group;
    this.pairs = Pairs.count(group.size());
    this.terms = new Terms(group, pairs);
    this.spread = new Spread(group, pairs);
    Pairs.forEach(group.size(), seed, (first, second) -> add(PairMatch.of(group, first, second)));
  }

  /** The same for the same group and seed. Throws where there are fewer than two members. */
  public static Score of(Group group, long seed) {
    if (group.size() < 2) {
      throw new IllegalArgumentException("a score needs two people, not " + group.size());
    }
    return new Scoring(group, seed).score();
  }

  private void add(PairMatch pair) {
    double score = pair.score();
    sum += score;
    pair.matches()
        .forEach(
            (aspect, match) -> {
              int place = aspect.ordinal();
              double weight = pair.weight(aspect) / pairs;
              double ratio = match.ratio().value();
              weights[place] += weight;
              points[place] += pair.worth() * weight * ratio;
              alone[place] += weight * group.percentiles().of(ratio);
            });
    terms.add(pair);
    spread.add(pair);
    if (Pairs.areAll(group.size())) {
      pairScores.add(
          new PairScore(
              group.members().get(pair.first()).userId(),
              group.members().get(pair.second()).userId(),
              Rounding.toHundredths(score)));
    }
  }

  private Score score() {
    double exact = sum / pairs;
    long hundredths = Math.round(100 * Math.min(100, Math.max(0, exact)));
    double value = hundredths / 100.0;
    var interval = spread.interval(value);
    return new Score(
        value,
        new Interval(
            Math.min(value, Rounding.toHundredths(Math.max(0, interval.low()))),
            Math.max(value, Rounding.toHundredths(Math.min(100, interval.high())))),
        components(hundredths),
        terms.upTo(hundredths),
        group.members().stream().map(Scoring::coverage).toList(),
        pairScores,
        new Sentences(group, terms, value).all());
  }

  private List<Component> components(long hundredths) {
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
