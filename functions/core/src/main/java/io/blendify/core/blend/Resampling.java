package io.blendify.core.blend;

import java.util.Arrays;
import java.util.List;

/**
 * The interval of a score: what it would be had other things of the same taste been seen.
 *
 * <p>A Bayesian bootstrap over things (Rubin 1981, "The Bayesian bootstrap"): each repetition gives
 * every thing an exponential weight, the same for everybody, drawn from the seed and the thing's
 * name, so that who is asked first makes no difference. To that comes one thing more on each side,
 * once shared and once not, as in Laplace's rule of succession: resampling alone believes that what
 * was never seen does not exist, and finds [0, 0] for two people of whom three songs are known.
 */
final class Resampling {

  private static final int REPETITIONS = 200;
  private static final int REPETITIONS_FOR_MANY = 60;

  private final Group group;
  private final List<PairMatch> pairs;
  private final long seed;

  Resampling(Group group, List<PairMatch> pairs, long seed) {
    this.group = group;
    this.pairs = pairs;
    this.seed = seed;
  }

  /** Contains the score. */
  Interval interval(double score) {
    int repetitions = Pairs.areAll(group.size()) ? REPETITIONS : REPETITIONS_FOR_MANY;
    var scores = new double[repetitions];
    for (int repetition = 0; repetition < repetitions; repetition++) {
      scores[repetition] = repeated(repetition);
    }
    Arrays.sort(scores);
    double low = Math.min(scores[(int) (0.025 * repetitions)], oneMore(false));
    double high = Math.max(scores[(int) (0.975 * repetitions)], oneMore(true));
    return new Interval(Math.min(low, score), Math.max(high, score));
  }

  private double repeated(int repetition) {
    ByAspect<double[]> drawn = ByAspect.of(aspect -> weights(aspect, repetition));
    ByAspect<double[]> totals = ByAspect.of(aspect -> totals(aspect, drawn.get(aspect)));
    ByAspect<Relation> relations =
        ByAspect.of(aspect -> group.relation(aspect).drawn(drawn.get(aspect)));
    double sum = 0;
    for (var pair : pairs) {
      double common = 0;
      for (var entry : pair.matches().entrySet()) {
        var aspect = entry.getKey();
        double related = relations.get(aspect).sum(pair.first(), pair.second());
        common +=
            pair.weight(aspect)
                * resampled(entry.getValue(), pair, drawn.get(aspect), totals.get(aspect), related);
      }
      sum += group.percentiles().of(common);
    }
    return sum / Math.max(1, pairs.size());
  }

  private static double resampled(
      Match match, PairMatch pair, double[] drawn, double[] totals, double related) {
    double shared = 0;
    double ofA = 0;
    double ofB = 0;
    for (int i = 0; i < match.shared.length; i++) {
      double weight = drawn[match.shared[i]];
      shared += weight * match.gives[i];
      ofA += weight * match.ofA[i];
      ofB += weight * match.ofB[i];
    }
    boolean nothingAlone =
        match.shared.length == match.a.size() && match.shared.length == match.b.size();
    double alone = (totals[pair.first()] - ofA + totals[pair.second()] - ofB) / 2;
    return match.ratio(shared, related, nothingAlone ? 0 : alone).value();
  }

  private double oneMore(boolean isShared) {
    double sum = 0;
    for (var pair : pairs) {
      double common = 0;
      for (var entry : pair.matches().entrySet()) {
        common += pair.weight(entry.getKey()) * entry.getValue().oneMore(isShared).value();
      }
      sum += group.percentiles().of(common);
    }
    return sum / Math.max(1, pairs.size());
  }

  private double[] totals(Aspect aspect, double[] drawn) {
    var against = group.rarities(aspect).against();
    return group.members().stream()
        .mapToDouble(member -> total(member.scored().of(aspect), drawn, against))
        .toArray();
  }

  private static double total(Likes likes, double[] drawn, double[] against) {
    double total = 0;
    for (int i = 0; i < likes.size(); i++) {
      total += likes.weights[i] * drawn[likes.ids[i]] * against[likes.ids[i]];
    }
    return total;
  }

  private double[] weights(Aspect aspect, int repetition) {
    var vocabulary = group.vocabulary(aspect);
    var weights = new double[vocabulary.size()];
    long base = Mixed.of(seed + repetition, aspect.ordinal());
    for (int id = 0; id < weights.length; id++) {
      weights[id] = -Math.log(Mixed.unit(Mixed.of(base, vocabulary.name(id).hashCode())));
    }
    return weights;
  }
}
