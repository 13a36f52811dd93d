package io.blendify.core.blend;

import java.util.Arrays;

/**
 * How two members match in one aspect.
 *
 * <p>A shared thing gives min(0.3, a · b · rarity), where a and b are how much each likes it;
 * styles in common give what {@link Relation} says. The match is met / (met + leniency · unshared),
 * with met what is shared or related, and unshared the mean of what each has alone, over √rarity:
 * the ratio model of Tversky 1977, "Features of similarity", with rank-, recency- and
 * rarity-weighted features. That somebody does not share what few know says little. Chosen over the
 * cosine because another shared thing can only raise it, whatever it weighs, and because its terms
 * are its explanation. The bound on a single thing keeps one beloved rarity from deciding
 * everything.
 *
 * <p>Little data: as many pseudo-observations as {@link #PRIOR} says, of which {@link #EXPECTED}
 * are shared, are added to both sides of the ratio, so that the match moves towards what is usual.
 * They come in as something shared and something unshared is seen, so nothing shared remains 0 and
 * nothing unshared remains 1; and they never turn a shared thing into a loss.
 */
final class Match {

  static final double GREATEST_OF_ONE = 0.3;
  private static final double PRIOR = 0.1;

  /** The middle of what people who blend have in common. */
  private static final double EXPECTED = 0.3;

  /** So much of shared or unshared calls in half of the prior. */
  private static final double CALLS_HALF = 0.2;

  /** Ids of what both have, ascending, and what each gives. */
  final int[] shared;

  final double[] gives;

  /** How much each of them would count against the match, had only the one or the other it. */
  final double[] ofA;

  final double[] ofB;
  final Likes a;
  final Likes b;
  private final Aspect aspect;

  /** What each style in common gives; see {@link Relation}. */
  final double[] related;

  private final double[] against;

  private Match(
      Aspect aspect,
      Likes a,
      Likes b,
      double[] against,
      int[] shared,
      double[] gives,
      double[] ofA,
      double[] ofB,
      double[] related) {
    this.aspect = aspect;
    this.a = a;
    this.b = b;
    this.against = against;
    this.shared = shared;
    this.gives = gives;
    this.ofA = ofA;
    this.ofB = ofB;
    this.related = related;
  }

  static Match of(Aspect aspect, Likes a, Likes b, Rarities rarities, double[] related) {
    var shared = new int[Math.min(a.size(), b.size())];
    var gives = new double[shared.length];
    var ofA = new double[shared.length];
    var ofB = new double[shared.length];
    var against = rarities.against();
    int count = 0;
    for (int i = 0, j = 0; i < a.size() && j < b.size(); ) {
      int order = Integer.compare(a.ids[i], b.ids[j]);
      if (order == 0) {
        int id = a.ids[i];
        shared[count] = id;
        ofA[count] = a.weights[i] * against[id];
        ofB[count] = b.weights[j] * against[id];
        gives[count++] = give(a.weights[i], b.weights[j], rarities.of(id));
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return new Match(
        aspect,
        a,
        b,
        against,
        Arrays.copyOf(shared, count),
        Arrays.copyOf(gives, count),
        Arrays.copyOf(ofA, count),
        Arrays.copyOf(ofB, count),
        related);
  }

  static double give(double a, double b, double rarity) {
    return Math.min(GREATEST_OF_ONE, a * b * rarity);
  }

  /** Whether it says anything: only where both have something in this aspect. */
  boolean isPresent() {
    return !a.isEmpty() && !b.isEmpty();
  }

  Ratio ratio() {
    double alone = (alone(a) + alone(b)) / 2;
    return ratio(Arrays.stream(gives).sum(), Arrays.stream(related).sum(), alone);
  }

  /** The ratio of other amounts, for resampling. */
  Ratio ratio(double shared, double related, double alone) {
    double met = shared + related;
    double against = aspect.leniency() * Math.max(0, alone);
    double expected = PRIOR * EXPECTED * called(met);
    double unexpected = PRIOR * (1 - EXPECTED) * called(against);
    double all = met + expected + against + unexpected;
    return all <= 0 ? Ratio.NOTHING : new Ratio(shared / all, related / all, expected / all);
  }

  /** With one thing more of middling weight on each side, the same one or another. */
  Ratio oneMore(boolean isShared) {
    double alone = (alone(a) + alone(b)) / 2;
    double sum = Arrays.stream(gives).sum();
    double styles = Arrays.stream(related).sum();
    return isShared
        ? ratio(sum + give(a.mean(), b.mean(), 1), styles, alone)
        : ratio(sum, styles, alone + (a.mean() + b.mean()) / 2);
  }

  private static double called(double seen) {
    return seen / (seen + CALLS_HALF);
  }

  private double alone(Likes likes) {
    double sum = 0;
    for (int i = 0, j = 0; i < likes.size(); i++) {
      while (j < shared.length && shared[j] < likes.ids[i]) {
        j++;
      }
      if (j == shared.length || shared[j] != likes.ids[i]) {
        sum += likes.weights[i] * against[likes.ids[i]];
      }
    }
    return sum;
  }

  /**
   * @param shared the part of the match that shared things give, 0 to 1
   * @param related the part that related things give
   * @param expected the part that the expectation adds
   */
  record Ratio(double shared, double related, double expected) {

    static final Ratio NOTHING = new Ratio(0, 0, 0);

    /** 0 to 1. */
    double value() {
      return shared + related + expected;
    }
  }
}
