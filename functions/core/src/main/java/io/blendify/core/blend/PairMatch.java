package io.blendify.core.blend;

import io.blendify.core.population.Percentiles;
import java.util.EnumMap;
import java.util.Map;

/**
 * How two members match in all aspects in which both have something. An aspect that one of them
 * lacks is left out and the others weigh more: what is not known is no opinion.
 *
 * @param first place of the one in the group
 * @param second place of the other
 * @param present the weights of those aspects together
 */
record PairMatch(
    int first, int second, Map<Aspect, Match> matches, double present, Percentiles percentiles) {

  static PairMatch of(Group group, int first, int second) {
    Map<Aspect, Match> matches = new EnumMap<>(Aspect.class);
    for (var aspect : Aspect.values()) {
      var match =
          Match.of(
              aspect,
              group.members().get(first).scored().of(aspect),
              group.members().get(second).scored().of(aspect),
              group.rarities(aspect),
              group.relation(aspect).of(first, second));
      if (match.isPresent()) {
        matches.put(aspect, match);
      }
    }
    double present = matches.keySet().stream().mapToDouble(Aspect::weight).sum();
    return new PairMatch(first, second, matches, present, group.percentiles());
  }

  /** The aspect's share of this pair's score: 0 to 1. */
  double weight(Aspect aspect) {
    return matches.containsKey(aspect) ? aspect.weight() / present : 0;
  }

  /** How much of both is in common, 0 to 1. */
  double common() {
    double common = 0;
    for (var match : matches.entrySet()) {
      common += weight(match.getKey()) * match.getValue().ratio().value();
    }
    return common;
  }

  /** The same with one thing more on each side, the same one or another. */
  double oneMore(boolean isShared) {
    double common = 0;
    for (var match : matches.entrySet()) {
      common += weight(match.getKey()) * match.getValue().oneMore(isShared).value();
    }
    return percentiles.of(common);
  }

  /** Where that stands in the population: 0 to 100. */
  double score() {
    return percentiles.of(common());
  }

  /** Points of the score for each unit of what is in common, so that its parts can be told. */
  double worth() {
    double common = common();
    return common > 0 ? percentiles.of(common) / common : 0;
  }
}
