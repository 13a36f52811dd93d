package io.blendify.core.blend;

import static io.blendify.core.blend.Tastes.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.blendify.core.blend.Tastes.Liked;
import io.blendify.core.population.Landscape;
import io.blendify.core.population.Percentiles;
import io.blendify.core.population.Place;
import io.blendify.core.population.Vicinity;
import io.blendify.core.taste.TasteProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The interval against what it stands for: the same tastes drawn again, many times. */
class SpreadTest {

  private static final int REPETITIONS = 2_000;

  @Test
  void itIsAsWideAsResamplingFindsForTwo() {
    for (int shared : new int[] {3, 8, 20}) {
      var group = Tastes.group(space(), taste(1, shared, 80), taste(2, shared, 80));
      assertThat(spread(group).deviation())
          .as("%d things shared", shared)
          .isCloseTo(resampled(group), within(0.15 * resampled(group)));
    }
  }

  @Test
  void itIsAsWideAsResamplingFindsForAGroup() {
    var group =
        Tastes.group(
            space(), taste(1, 20, 60), taste(2, 20, 60), taste(3, 10, 60), taste(4, 30, 40));
    assertThat(spread(group).deviation())
        .isCloseTo(resampled(group), within(0.15 * resampled(group)));
  }

  /** Artists only: the first so many are common to all, the others the person's own. */
  private static TasteProfile taste(int person, int shared, int all) {
    var random = new Random(person);
    var liked = new ArrayList<Liked>();
    for (int i = 0; i < all; i++) {
      var name = i < shared ? "s" + i : "p" + person + "-" + i;
      liked.add(new Liked(name, 0.05 + 0.6 * random.nextDouble(), null));
    }
    return Tastes.artistsOnly(liked);
  }

  /** Everybody's artists belong to a few styles, by chance. */
  private static Background space() {
    var random = new Random(9);
    Map<String, Place> places = new HashMap<>();
    for (int i = 0; i < 80; i++) {
      for (int person = 0; person < 5; person++) {
        var name = person == 0 ? "s" + i : "p" + person + "-" + i;
        places.put(name, new Place(5, new int[] {random.nextInt(6)}, new float[] {1}));
      }
    }
    var styles = java.util.Collections.nCopies(6, List.of("s0"));
    return new Background(
        100,
        Map.of(),
        Map.of(Aspect.ARTISTS, new Landscape(places, styles, Vicinity.NONE)),
        Percentiles.USUAL);
  }

  private static Spread spread(Group group) {
    var spread = new Spread(group, Pairs.count(group.size()));
    Pairs.forEach(group.size(), 1, (a, b) -> spread.add(PairMatch.of(group, a, b)));
    return spread;
  }

  /** Standard deviation of the score over Bayesian bootstraps of all artists. */
  private static double resampled(Group group) {
    var random = new Random(3);
    var scores = new double[REPETITIONS];
    for (int repetition = 0; repetition < REPETITIONS; repetition++) {
      var times = new double[group.vocabulary(Aspect.ARTISTS).size()];
      Arrays.setAll(times, _ -> -Math.log(1 - random.nextDouble()));
      scores[repetition] = score(group, times);
    }
    double mean = Arrays.stream(scores).average().orElseThrow();
    return Math.sqrt(Arrays.stream(scores).map(x -> (x - mean) * (x - mean)).average().orElse(0));
  }

  private static double score(Group group, double[] times) {
    double[] sum = {0};
    Pairs.forEach(
        group.size(), 1, (a, b) -> sum[0] += group.percentiles().of(ratio(group, a, b, times)));
    return sum[0] / Pairs.count(group.size());
  }

  private static double ratio(Group group, int first, int second, double[] times) {
    var a = group.members().get(first).scored().of(Aspect.ARTISTS);
    var b = group.members().get(second).scored().of(Aspect.ARTISTS);
    double shared = 0;
    double alone = 0;
    for (int id = 0; id < times.length; id++) {
      double ofA = a.weight(id);
      double ofB = b.weight(id);
      double rarity = group.rarities(Aspect.ARTISTS).of(id);
      if (ofA > 0 && ofB > 0) {
        shared += times[id] * Match.give(ofA, ofB, rarity);
      } else {
        alone += times[id] * (ofA + ofB) / Math.sqrt(rarity) / 2;
      }
    }
    double met = shared + related(group, a, b, times);
    double against = Aspect.ARTISTS.leniency() * alone;
    double expected = 0.1 * 0.3 * met / (met + 0.2);
    double unexpected = 0.1 * 0.7 * against / (against + 0.2);
    return (met + expected) / (met + expected + against + unexpected);
  }

  private static double related(Group group, Likes a, Likes b, double[] times) {
    double related = 0;
    var ofA = styles(group, a, times);
    var ofB = styles(group, b, times);
    for (int style = 0; style < ofA.length; style++) {
      related += Math.sqrt(ofA[style] * ofB[style]);
    }
    return Aspect.ARTISTS.relation() * related;
  }

  private static double[] styles(Group group, Likes likes, double[] times) {
    var styles = new double[6];
    for (int i = 0; i < likes.size(); i++) {
      int id = likes.ids[i];
      var key = group.vocabulary(Aspect.ARTISTS).key(id);
      var place = group.landscape(Aspect.ARTISTS).places().get(key);
      double speaks = Math.sqrt(group.rarities(Aspect.ARTISTS).of(id));
      styles[place.styles()[0]] += times[id] * likes.weights[i] * speaks;
    }
    return styles;
  }

  @Test
  void nobodyIsSureOfWhatRestsOnLittle() {
    var little = Scoring.of(Tastes.group(taste(1, 2, 4), taste(2, 2, 4)), 1).interval();
    var much = Scoring.of(Tastes.group(taste(1, 40, 80), taste(2, 40, 80)), 1).interval();
    assertThat(little.high() - little.low()).isGreaterThan(2 * (much.high() - much.low()));
  }

  @Test
  void whoeverMeetsThemselvesIsSure() {
    var same = profile(List.of(new Liked("x", 0.5, null)));
    assertThat(Scoring.of(Tastes.group(same, same), 1).interval().high()).isEqualTo(100);
  }
}
