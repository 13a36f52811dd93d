package io.blendify.core.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeighboursTest {

  private static final int CAMPS = 4;
  private static final int THINGS_OF_A_CAMP = 30;

  /** Everybody likes a dozen things of one camp and one or two of any. */
  private static List<Map<String, Double>> people() {
    var random = new Random(7);
    var people = new ArrayList<Map<String, Double>>();
    for (int person = 0; person < 120; person++) {
      Map<String, Double> liked = new HashMap<>();
      for (int i = 0; i < 12; i++) {
        liked.put(key(person % CAMPS, random), 1.0 / (1 + i));
      }
      liked.put(key(random.nextInt(CAMPS), random), 0.2);
      people.add(liked);
    }
    return people;
  }

  private static String key(int camp, Random random) {
    return camp + "-" + random.nextInt(THINGS_OF_A_CAMP);
  }

  private static Map<String, List<Neighbour>> neighbours(List<Map<String, Double>> people) {
    var builder = new Listening.Builder();
    people.forEach(builder::add);
    Map<String, List<Neighbour>> neighbours = new HashMap<>();
    Neighbours.of(builder.build(1_000), neighbours::put);
    return neighbours;
  }

  @Test
  void whatGoesTogetherIsWhatTheSamePeopleLike() {
    neighbours(people())
        .forEach(
            (key, of) -> {
              var nearest = of.stream().limit(10).map(Neighbour::key).toList();
              assertThat(nearest)
                  .filteredOn(other -> other.charAt(0) == key.charAt(0))
                  .hasSizeGreaterThanOrEqualTo(6);
            });
  }

  @Test
  void nearestComeFirstAndNothingSpeaksForItselfOrAgainstAnything() {
    neighbours(people())
        .forEach(
            (key, of) -> {
              assertThat(of)
                  .isSortedAccordingTo((a, b) -> Float.compare(b.weight(), a.weight()))
                  .allMatch(neighbour -> neighbour.weight() > 0)
                  .noneMatch(neighbour -> neighbour.key().equals(key));
            });
  }

  @Test
  void theSamePeopleGiveTheSameNeighbours() {
    assertThat(neighbours(people())).isEqualTo(neighbours(people()));
  }

  @Test
  void ofNobodyNothingIsLearnt() {
    assertThat(neighbours(List.of())).isEmpty();
  }
}
