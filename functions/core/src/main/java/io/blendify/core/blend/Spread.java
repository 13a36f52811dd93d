package io.blendify.core.blend;

/**
 * The interval of a score: what it would be had other things of the same taste been seen.
 *
 * <p>A Bayesian bootstrap over things (Rubin 1981, "The Bayesian bootstrap") gives every thing an
 * exponential weight, the same for everybody, and looks how far the score moves. To first order
 * that is the infinitesimal jackknife (Jaeckel 1972; Efron 2014, "Estimation and accuracy after
 * model selection"): the variance is the sum over things of the square of the score's slope in the
 * thing's weight. The slopes take one pass over the pairs where the repetitions took two hundred,
 * and nothing is drawn. The interval is taken on the logistic scale, so that it stays between 0 and
 * 100 and is lopsided near them, as the repetitions are.
 *
 * <p>To that comes one thing more on each side, once shared and once not, as in Laplace's rule of
 * succession: what is seen alone believes that what was never seen does not exist, and finds [0, 0]
 * for two people of whom three songs are known.
 */
final class Spread {

  /** Deviations on either side, between which 95 of 100 lie. */
  private static final double DEVIATIONS = 1.96;

  /**
   * The logarithm of the mean of few weights has a longer tail than the normal: of k exponential
   * ones the 2.5th percentile lies 1.96 · (1 + 0.6 / √k) / √k below the middle (within a tenth from
   * 2 to 20).
   */
  private static final double TAIL = 0.6;

  /** The slope of the percentiles is measured over a tenth on either side, not over one knot. */
  private static final double STEP = 0.1;

  private final Group group;
  private final int pairs;
  private final ByAspect<double[]> slopes;
  private final ByAspect<double[]> slopesOfAlone;
  private final ByAspect<double[]> slopesOfCount;
  private final ByAspect<double[][]> slopesOfStyles;
  private double oneMoreShared;
  private double oneMoreAlone;

  Spread(Group group, int pairs) {
    this.group = group;
    this.pairs = pairs;
    this.slopes = ByAspect.of(aspect -> new double[group.vocabulary(aspect).size()]);
    this.slopesOfAlone = ByAspect.of(_ -> new double[group.size()]);
    this.slopesOfCount = ByAspect.of(_ -> new double[group.size()]);
    this.slopesOfStyles =
        ByAspect.of(aspect -> new double[group.size()][group.relation(aspect).styles()]);
  }

  void add(PairMatch pair) {
    oneMoreShared += pair.oneMore(true) / pairs;
    oneMoreAlone += pair.oneMore(false) / pairs;
    double common = pair.common();
    if (common > 0) {
      double worth =
          (group.percentiles().of(common * (1 + STEP))
                  - group.percentiles().of(common * (1 - STEP)))
              / (2 * STEP * common * pairs);
      pair.matches().forEach((aspect, match) -> add(pair, aspect, match, worth));
    }
  }

  private void add(PairMatch pair, Aspect aspect, Match match, double worth) {
    double ofMet = worth * pair.weight(aspect) * match.slopeOfMet();
    double ofAlone = worth * pair.weight(aspect) * match.slopeOfAlone();
    var of = slopes.get(aspect);
    for (int i = 0; i < match.shared.length; i++) {
      of[match.shared[i]] += ofMet * match.gives[i] - ofAlone * match.against[i];
    }
    slopesOfAlone.get(aspect)[pair.first()] += ofAlone * match.scaleOfA() / 2;
    slopesOfAlone.get(aspect)[pair.second()] += ofAlone * match.scaleOfB() / 2;
    slopesOfCount.get(aspect)[pair.first()] -= ofAlone * match.reliefOfA() / 2;
    slopesOfCount.get(aspect)[pair.second()] -= ofAlone * match.reliefOfB() / 2;
    var styles = slopesOfStyles.get(aspect);
    var relation = group.relation(aspect);
    relation.addSlopes(pair.first(), pair.second(), ofMet, styles[pair.first()]);
    relation.addSlopes(pair.second(), pair.first(), ofMet, styles[pair.second()]);
  }

  /**
   * Contains the score.
   *
   * @param score rounded: sums in another order must not tell 100 from a little less
   */
  Interval interval(double score) {
    double low = Math.min(score, oneMoreAlone);
    double high = Math.max(score, oneMoreShared);
    if (score > 0 && score < 100) {
      double share = score / 100;
      double middle = Math.log(share / (1 - share));
      double deviation = deviation() / (100 * share * (1 - share));
      double reach = DEVIATIONS * deviation * (1 + TAIL * deviation);
      low = Math.min(low, logistic(middle - reach));
      high = Math.max(high, logistic(middle + reach));
    }
    return new Interval(low, high);
  }

  private static double logistic(double x) {
    return 100 / (1 + Math.exp(-x));
  }

  /** Standard deviation of the score, in points. */
  double deviation() {
    double squares = 0;
    for (var aspect : Aspect.values()) {
      addUnshared(aspect);
      for (double slope : slopes.get(aspect)) {
        squares += slope * slope;
      }
    }
    return Math.sqrt(squares);
  }

  /** What everybody has counts against what they do not share with others, and for its styles. */
  private void addUnshared(Aspect aspect) {
    var of = slopes.get(aspect);
    var against = group.rarities(aspect).against();
    for (int member = 0; member < group.size(); member++) {
      var likes = group.members().get(member).scored().of(aspect);
      double alone = slopesOfAlone.get(aspect)[member];
      double count = slopesOfCount.get(aspect)[member];
      for (int i = 0; i < likes.size(); i++) {
        of[likes.ids[i]] += alone * likes.weights[i] * against[likes.ids[i]] + count;
      }
      var styles = slopesOfStyles.get(aspect)[member];
      if (styles.length > 0) {
        group.relation(aspect).addInfluence(member, styles, of);
      }
    }
  }
}
