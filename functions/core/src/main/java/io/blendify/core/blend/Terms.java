package io.blendify.core.blend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The reasons of a score. What each shared thing gives is its share of the ratio, so the reasons
 * add up to the score by construction; the hundredths that rounding leaves go to where most was cut
 * off.
 */
final class Terms {

  /** Reasons named one by one in each aspect; the others are one reason together. */
  private static final int NAMED = 40;

  private static final int NAMED_STYLES = 8;

  private record Exact(
      Aspect aspect, String how, @Nullable String key, String name, double points) {}

  private final Group group;
  private final ByAspect<double[]> given;
  private final ByAspect<double[]> ofStyles;
  private final Map<Aspect, Double> expected = new EnumMap<>(Aspect.class);

  private final int pairs;

  Terms(Group group, int pairs) {
    this.group = group;
    this.pairs = pairs;
    this.given = ByAspect.of(aspect -> new double[group.vocabulary(aspect).size()]);
    this.ofStyles = ByAspect.of(aspect -> new double[group.landscape(aspect).styles().size()]);
  }

  void add(PairMatch pair) {
    pair.matches()
        .forEach(
            (aspect, match) -> {
              var ratio = match.ratio();
              double points = pair.worth() * pair.weight(aspect) / pairs;
              expected.merge(aspect, points * ratio.expected(), Double::sum);
              var of = given.get(aspect);
              for (int i = 0; i < match.shared.length; i++) {
                of[match.shared[i]] += points * ratio.shared() * match.gives[i] / match.given();
              }
              addStyles(aspect, points * ratio.related(), match.related);
            });
  }

  private void addStyles(Aspect aspect, double points, double[] related) {
    double sum = Arrays.stream(related).sum();
    var of = ofStyles.get(aspect);
    for (int style = 0; style < related.length && sum > 0; style++) {
      of[style] += points * related[style] / sum;
    }
  }

  /** Ids of an aspect by what they give, most first; without those that give nothing. */
  List<Integer> best(Aspect aspect) {
    return best(given.get(aspect));
  }

  /** Styles of an aspect's things by what they give, likewise. */
  List<Integer> bestStyles(Aspect aspect) {
    return best(ofStyles.get(aspect));
  }

  /** Whether what is related gives more than what is shared. */
  boolean areMostlyRelated(Aspect aspect) {
    return Arrays.stream(ofStyles.get(aspect)).sum() > Arrays.stream(given.get(aspect)).sum();
  }

  private static List<Integer> best(double[] points) {
    return IntStream.range(0, points.length)
        .filter(id -> points[id] > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(id -> points[id])
                .reversed()
                .thenComparing(id -> id))
        .toList();
  }

  /** Most first. */
  List<Term> upTo(long hundredths) {
    var exact = new ArrayList<Exact>();
    for (var aspect : Aspect.values()) {
      addNamed(exact, aspect);
    }
    exact.removeIf(term -> term.points() <= 0);
    var rounded = Rounding.upTo(hundredths, exact.stream().mapToDouble(Exact::points).toArray());
    var terms = new ArrayList<Term>();
    for (int i = 0; i < rounded.length; i++) {
      var term = exact.get(i);
      if (rounded[i] > 0) {
        terms.add(
            new Term(
                term.aspect().label(), term.how(), term.key(), term.name(), rounded[i] / 100.0));
      }
    }
    terms.sort(
        Comparator.comparingDouble(Term::points)
            .reversed()
            .thenComparing(Term::component)
            .thenComparing(Term::name));
    return terms;
  }

  private void addStyles(List<Exact> exact, Aspect aspect) {
    var points = ofStyles.get(aspect);
    var best = best(points);
    best.stream()
        .limit(NAMED_STYLES)
        .forEach(
            style ->
                exact.add(
                    new Exact(aspect, "related", null, group.style(aspect, style), points[style])));
    double rest = best.stream().skip(NAMED_STYLES).mapToDouble(style -> points[style]).sum();
    exact.add(
        new Exact(aspect, "related", null, "related " + aspect.label() + " of other styles", rest));
  }

  private void addNamed(List<Exact> exact, Aspect aspect) {
    var vocabulary = group.vocabulary(aspect);
    var points = given.get(aspect);
    var best = best(aspect);
    var how = aspect == Aspect.GENRES ? "related" : "shared";
    best.stream()
        .limit(NAMED)
        .forEach(
            id ->
                exact.add(
                    new Exact(aspect, how, vocabulary.key(id), vocabulary.name(id), points[id])));
    addStyles(exact, aspect);
    double rest = best.stream().skip(NAMED).mapToDouble(id -> points[id]).sum();
    exact.add(
        new Exact(aspect, "rest", null, (best.size() - NAMED) + " more " + aspect.label(), rest));
    exact.add(
        new Exact(
            aspect,
            "expected",
            null,
            "what is usual beyond the " + aspect.label() + " known",
            expected.getOrDefault(aspect, 0.0)));
  }
}
