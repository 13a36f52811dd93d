package io.blendify.core.blend;

import java.util.List;

/**
 * A score with everything that explains it.
 *
 * @param value 0 to 100, in hundredths
 * @param terms by falling points
 * @param coverage one for each member, in the order of the members
 * @param pairs every pair of a group of at most {@link #ALL_PAIRS} people; empty above
 * @param sentences for people, plain text
 */
public record Score(
    double value,
    Interval interval,
    List<Component> components,
    List<Term> terms,
    List<Coverage> coverage,
    List<PairScore> pairs,
    List<String> sentences) {

  /** Up to so many members, all pairs are compared and kept. */
  public static final int ALL_PAIRS = 50;

  public Score {
    components = List.copyOf(components);
    terms = List.copyOf(terms);
    coverage = List.copyOf(coverage);
    pairs = List.copyOf(pairs);
    sentences = List.copyOf(sentences);
  }

  /** The same with its terms worded otherwise. */
  public Score withTerms(List<Term> others) {
    return new Score(value, interval, components, others, coverage, pairs, sentences);
  }
}
