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
 *
 * <p>And who is known by a handful of things is not known to like nothing else: what they do not
 * share is taken for a sample of {@link Aspect#fewest} things.
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

  /** By how much less counts against the match because they are shared. */
  final double[] against;

  /** What each style in common gives; see {@link Relation}. */
  final double[] related;

  private final Aspect aspect;
  private final Likes a;
  private final Likes b;
  private final double given;
  private final double met;
  private final Side ofA;
  private final Side ofB;

  private Match(
      Aspect aspect,
      Likes a,
      Likes b,
      int[] shared,
      double[] gives,
      double[] against,
      double[] related,
      Side ofA,
      Side ofB) {
    this.aspect = aspect;
    this.a = a;
    this.b = b;
    this.shared = shared;
    this.gives = gives;
    this.against = against;
    this.related = related;
    this.given = sum(gives);
    this.met = given + sum(related);
    this.ofA = ofA;
    this.ofB = ofB;
  }

  /**
   * What counts against the match on one side: what is not shared, by weights over √rarity.
   *
   * @param count how many things are known of that side
   * @param fewest see {@link Aspect#fewest}
   */
  private record Side(double alone, int count, int fewest) {

    /** By how much what is known is taken for a sample of more. */
    double scale() {
      return count > 0 && count < fewest ? (double) fewest / count : 1;
    }

    double value() {
      return alone * scale();
    }

    Side oneMore(double weight, boolean isShared) {
      return new Side(isShared ? alone : alone + weight, count + 1, fewest);
    }
  }

  static Match of(Aspect aspect, Likes a, Likes b, Rarities rarities, double[] related) {
    int most = Math.min(a.size(), b.size());
    var shared = new int[most];
    var gives = new double[most];
    var sharedByA = new double[most];
    var sharedByB = new double[most];
    var against = rarities.against();
    int count = 0;
    double aloneA = 0;
    double aloneB = 0;
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      int id = a.ids[i];
      int other = b.ids[j];
      if (id == other) {
        shared[count] = id;
        sharedByA[count] = a.weights[i] * against[id];
        sharedByB[count] = b.weights[j] * against[id];
        gives[count++] = give(a.weights[i++], b.weights[j++], rarities.of(id));
      } else if (id < other) {
        aloneA += a.weights[i++] * against[id];
      } else {
        aloneB += b.weights[j++] * against[other];
      }
    }
    for (; i < a.size(); i++) {
      aloneA += a.weights[i] * against[a.ids[i]];
    }
    for (; j < b.size(); j++) {
      aloneB += b.weights[j] * against[b.ids[j]];
    }
    var ofA = new Side(aloneA, a.size(), aspect.fewest());
    var ofB = new Side(aloneB, b.size(), aspect.fewest());
    for (int k = 0; k < count; k++) {
      sharedByA[k] = (sharedByA[k] * ofA.scale() + sharedByB[k] * ofB.scale()) / 2;
    }
    return new Match(
        aspect,
        a,
        b,
        Arrays.copyOf(shared, count),
        Arrays.copyOf(gives, count),
        Arrays.copyOf(sharedByA, count),
        related,
        ofA,
        ofB);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  static double give(double a, double b, double rarity) {
    return Math.min(GREATEST_OF_ONE, a * b * rarity);
  }

  /** Whether it says anything: only where both have something in this aspect. */
  boolean isPresent() {
    return !a.isEmpty() && !b.isEmpty();
  }

  /** What all shared things give together. */
  double given() {
    return given;
  }

  Ratio ratio() {
    return ratio(given, met - given, alone());
  }

  private double alone() {
    return (ofA.value() + ofB.value()) / 2;
  }

  /** See {@link Aspect#fewest}: 1 where enough is known. */
  double scaleOfA() {
    return ofA.scale();
  }

  double scaleOfB() {
    return ofB.scale();
  }

  /** By how much less counts on that side for each thing more that is known; 0 where enough is. */
  double reliefOfA() {
    return ofA.scale() > 1 ? ofA.value() / a.size() : 0;
  }

  double reliefOfB() {
    return ofB.scale() > 1 ? ofB.value() / b.size() : 0;
  }

  private Ratio ratio(double shared, double related, double alone) {
    double met = shared + related;
    double against = aspect.leniency() * alone;
    double expected = PRIOR * EXPECTED * called(met);
    double unexpected = PRIOR * (1 - EXPECTED) * called(against);
    double all = met + expected + against + unexpected;
    return all <= 0 ? Ratio.NOTHING : new Ratio(shared / all, related / all, expected / all);
  }

  /** By how much the ratio grows with what is met. */
  double slopeOfMet() {
    double all = up() + down();
    return all <= 0 ? 0 : (1 + PRIOR * EXPECTED * calledMore(met)) * down() / (all * all);
  }

  /** By how much the ratio grows with what each has alone: never. */
  double slopeOfAlone() {
    double all = up() + down();
    double more = 1 + PRIOR * (1 - EXPECTED) * calledMore(aspect.leniency() * alone());
    return all <= 0 ? 0 : -aspect.leniency() * more * up() / (all * all);
  }

  private double up() {
    return met + PRIOR * EXPECTED * called(met);
  }

  private double down() {
    double against = aspect.leniency() * alone();
    return against + PRIOR * (1 - EXPECTED) * called(against);
  }

  /** With one thing more of middling weight on each side, the same one or another. */
  Ratio oneMore(boolean isShared) {
    double also = isShared ? give(a.mean(), b.mean(), 1) : 0;
    double left = ofA.oneMore(a.mean(), isShared).value();
    double right = ofB.oneMore(b.mean(), isShared).value();
    return ratio(given + also, met - given, (left + right) / 2);
  }

  private static double called(double seen) {
    return seen / (seen + CALLS_HALF);
  }

  private static double calledMore(double seen) {
    return CALLS_HALF / ((seen + CALLS_HALF) * (seen + CALLS_HALF));
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
