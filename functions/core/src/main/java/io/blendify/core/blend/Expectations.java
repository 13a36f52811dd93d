package io.blendify.core.blend;

import io.blendify.core.population.Landscape;
import io.blendify.core.population.Place;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the population lets expect of the tracks that a member does not have: how likely it is that
 * they will be liked. Two voices are added up: what goes with the things that the member has, one
 * by one, and how near the track is to the member in the taste space.
 */
final class Expectations {

  /** The space's voice against that of the neighbours. */
  private static final double NEARNESS = 0.3;

  /** A track that few know is not well placed in the space. */
  private static final double FEW = 5;

  private static final double RENOWN = 0.25;

  /** How likely the fifty most likely tracks are liked, in the mean. */
  private static final double USUAL = 0.14;

  private static final double GREATEST = 2;
  private static final int COUNTED = 50;

  private final Group group;
  private final Landscape landscape;
  private final Map<Integer, Voices> heard = new HashMap<>();
  private final Map<Integer, Map<Integer, Double>> ofMembers = new HashMap<>();

  /**
   * What speaks for the tracks that a member does not have.
   *
   * @param unknown ids of these tracks
   * @param near by the member's things, in the same order
   * @param space by the place in the taste space, likewise
   */
  private record Voices(int[] unknown, double[] near, double[] space) {}

  Expectations(Group group) {
    this.group = group;
    this.landscape = group.landscape(Aspect.TRACKS);
  }

  /** Where 1 is as sure as what one has; 0 where nothing is known. */
  double of(int member, int track) {
    return landscape.neighbours().isEmpty()
        ? 0
        : ofMembers.computeIfAbsent(member, this::expected).getOrDefault(track, 0.0);
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

  /** What the member has that speaks most for the track; null where nothing does. */
  @Nullable String because(int member, int track) {
    var vocabulary = group.vocabulary(Aspect.TRACKS);
    var key = vocabulary.key(track);
    String best = null;
    double most = 0;
    for (int liked : group.members().get(member).mixed().of(Aspect.TRACKS).ids) {
      for (var neighbour : landscape.neighbours().getOrDefault(vocabulary.key(liked), List.of())) {
        if (neighbour.key().equals(key) && neighbour.weight() > most) {
          most = neighbour.weight();
          best = vocabulary.name(liked);
        }
      }
    }
    return best;
  }

  /**
   * Voices are measured by their mean in the group, so that of two members the one of whom the
   * population knows more is expected to like more.
   */
  private Map<Integer, Double> expected(int member) {
    double unit = 0;
    double spaceUnit = 0;
    for (int other = 0; other < group.size(); other++) {
      var voices = heard.computeIfAbsent(other, this::voices);
      unit += mean(voices.near()) / group.size();
      spaceUnit += mean(voices.space()) / group.size();
    }
    var voices = heard.computeIfAbsent(member, this::voices);
    Map<Integer, Double> expected = new HashMap<>();
    for (int i = 0; i < voices.unknown().length; i++) {
      double voice =
          (unit > 0 ? voices.near()[i] / unit : 0)
              + (spaceUnit > 0 ? NEARNESS * voices.space()[i] / spaceUnit : 0);
      if (voice > 0) {
        double likely = USUAL * voice / (1 + NEARNESS);
        expected.put(voices.unknown()[i], GREATEST * likely / (GREATEST + likely));
      }
    }
    return expected;
  }

  private Voices voices(int member) {
    var vocabulary = group.vocabulary(Aspect.TRACKS);
    var likes = group.members().get(member).mixed().of(Aspect.TRACKS);
    var liked = Further.liked(likes, vocabulary);
    var further = Further.of(liked, landscape.neighbours());
    var at = position(liked);
    var unknown =
        IntStream.range(0, vocabulary.size()).filter(id -> likes.weight(id) == 0).toArray();
    var near = new double[unknown.length];
    var space = new double[unknown.length];
    for (int i = 0; i < unknown.length; i++) {
      var key = vocabulary.key(unknown[i]);
      near[i] = further.getOrDefault(key, 0.0);
      space[i] = at == null ? 0 : nearness(at, landscape.places().get(key));
    }
    return new Voices(unknown, near, space);
  }

  private float @Nullable [] position(Map<String, Double> liked) {
    float[] at = null;
    for (var key : liked.keySet().stream().sorted().toList()) {
      var place = landscape.places().get(key);
      if (place != null) {
        at = at == null ? new float[place.axes().length] : at;
        float by = (float) (liked.getOrDefault(key, 0.0) * Math.pow(place.listeners(), -RENOWN));
        for (int axis = 0; axis < at.length; axis++) {
          at[axis] += by * place.axes()[axis];
        }
      }
    }
    return at;
  }

  private static double nearness(float[] at, @Nullable Place place) {
    return place == null
        ? 0
        : Math.max(0, Place.dot(at, place.axes()))
            * Math.pow(place.listeners(), RENOWN)
            * place.listeners()
            / (place.listeners() + FEW);
  }

  /** Of the greatest. */
  private static double mean(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    int from = Math.max(0, sorted.length - COUNTED);
    return Arrays.stream(sorted, from, sorted.length).sum() / COUNTED;
  }
}
