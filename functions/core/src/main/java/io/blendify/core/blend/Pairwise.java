package io.blendify.core.blend;

import io.blendify.core.population.Percentiles;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Any two of many people, for who asks about pairs and not about a blend. */
public final class Pairwise {

  /** So many pairs tell the percentiles of all. */
  private static final int DRAWN = 10_000;

  private final Group group;
  private final Map<UUID, Integer> places = new HashMap<>();

  public Pairwise(Group group) {
    this.group = group;
    for (int place = 0; place < group.size(); place++) {
      places.put(group.members().get(place).userId(), place);
    }
  }

  /** 0 to 100, not rounded. Throws for who is not in the group. */
  public double score(UUID a, UUID b) {
    return match(place(a), place(b)).score();
  }

  private PairMatch match(int a, int b) {
    return PairMatch.of(group, Math.min(a, b), Math.max(a, b));
  }

  private int place(UUID user) {
    var place = places.get(user);
    if (place == null) {
      throw new IllegalArgumentException(user + " is not in the group");
    }
    return place;
  }

  /** What two of them, drawn by chance, have in common. The same for the same people. */
  public Percentiles percentiles() {
    int people = group.size();
    if (people < 2) {
      return Percentiles.USUAL;
    }
    return Percentiles.of(
        people,
        IntStream.range(0, Math.min(DRAWN, people * (people - 1) / 2))
            .mapToObj(i -> drawn(i, people))
            .filter(pair -> pair[0] != pair[1])
            .mapToDouble(pair -> match(pair[0], pair[1]).common())
            .toArray());
  }

  private static int[] drawn(int i, int people) {
    return new int[] {
      (int) (Mixed.unit(Mixed.of(1, i)) * people), (int) (Mixed.unit(Mixed.of(2, i)) * people)
    };
  }
}
