package io.blendify.core.blend;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the population lets expect of the tracks that a member does not have: how likely it is that
 * they will be liked.
 */
final class Expectations {

  /**
   * How fast likelihood grows with what speaks for a track, and what speaks so much for it that it
   * is as likely liked as not. Set on how often tracks that were hidden from the engine proved to
   * be liked, by the listeners that functions/bench/README.md names: one curve for a dense
   * population and for a sparse one.
   */
  private static final double STEEPNESS = 2.5;

  private static final double EVEN = 2.7;

  private final Group group;
  private final Map<Integer, Map<Integer, Double>> ofMembers = new HashMap<>();

  Expectations(Group group) {
    this.group = group;
  }

  /** Where 1 is as sure as what one has; 0 where nothing is known. */
  double of(int member, int track) {
    return ofMembers.computeIfAbsent(member, this::expected).getOrDefault(track, 0.0);
  }

  /** Tracks that the member does not have, most expected first. */
  List<Integer> best(int member, int count) {
    var expected = ofMembers.computeIfAbsent(member, this::expected);
    return expected.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(count)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The artist of what the member has that speaks most for the track; null where none is known. */
  @Nullable String because(int member, int track) {
    var vocabulary = group.vocabulary(Aspect.TRACKS);
    var key = vocabulary.key(track);
    var neighbours = group.landscape(Aspect.TRACKS).neighbours();
    var likes = group.members().get(member).mixed().of(Aspect.TRACKS);
    int artist = -1;
    double most = 0;
    for (var liked : Further.liked(likes, vocabulary).entrySet()) {
      int of = group.track(vocabulary.find(liked.getKey())).mainArtist();
      for (var neighbour : neighbours.getOrDefault(liked.getKey(), List.of())) {
        double speaks = liked.getValue() * neighbour.weight();
        if (of >= 0 && speaks > most && neighbour.key().equals(key)) {
          most = speaks;
          artist = of;
        }
      }
    }
    return artist < 0 ? null : group.vocabulary(Aspect.ARTISTS).name(artist);
  }

  private Map<Integer, Double> expected(int member) {
    var vocabulary = group.vocabulary(Aspect.TRACKS);
    var likes = group.members().get(member).mixed().of(Aspect.TRACKS);
    Map<Integer, Double> expected = new HashMap<>();
    Further.of(likes, vocabulary, group.landscape(Aspect.TRACKS).neighbours())
        .forEach(
            (key, speaks) -> {
              int track = vocabulary.find(key);
              if (track >= 0) {
                expected.put(track, likely(speaks));
              }
            });
    return expected;
  }

  private static double likely(double speaks) {
    double power = Math.pow(speaks / EVEN, STEEPNESS);
    return power / (1 + power);
  }
}
