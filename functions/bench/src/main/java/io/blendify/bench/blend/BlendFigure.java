package io.blendify.bench.blend;

import io.blendify.bench.Figure;
import io.blendify.bench.Measured;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A blend from its message to its last row; up to ten people against a bare loop that only reads
 * the naive schema's rows of the same people, beyond against one that only reads their profiles.
 */
public final class BlendFigure implements Figure {

  private static final int WARMING_ROUNDS = 60;

  @Override
  public String name() {
    return "blend";
  }

  @Override
  public String what() {
    return "a blend of 2, 10, 100 and 1,000 people with 3,000 to 8,000 items each, against a bare"
        + " loop that reads them";
  }

  @Override
  public void measure(Consumer<String> say, Consumer<Measured> result)
      throws SQLException, IOException {
    try (var crowd = new Crowd(say);
        var naive = crowd.naive();
        var connection = crowd.database.asApp();
        var own = crowd.database.asSuperuser()) {
      var profiles = new BareLoop(connection);
      var rows = new BareLoop(own);
      say.accept("the naive schema holds %d MB of these people".formatted(naive.bytes() >> 20));
      say.accept("warming up both sides");
      warmUp(crowd, rows::naive);
      against(crowd, "blend.2", rows::naive, 15, result, 10, 11);
      against(crowd, "blend.10.of_3000", rows::naive, 15, result, range(0, 10));
      against(crowd, "blend.10", rows::naive, 15, result, range(10, 20));
      against(crowd, "blend.10.of_8000", rows::naive, 15, result, range(20, 30));
      against(crowd, "blend.100", profiles::profiles, 7, result, range(0, 100));
      against(crowd, "blend.1000", profiles::profiles, 3, result, range(0, Crowd.ALL));
      against(
          crowd, "blend.1000.json", profiles::profilesForPeople, 1, result, range(0, Crowd.ALL));
      say.accept("heap: at most %d MB in use".formatted(peak() >> 20));
    }
  }

  private interface Loop {
    double read(List<java.util.UUID> people) throws SQLException;
  }

  /** Both sides until the compiler has seen enough of them: a first blend costs twice as much. */
  private static void warmUp(Crowd crowd, Loop loop) throws SQLException, IOException {
    var people = range(5, 15);
    var blend = crowd.blend(people);
    for (int round = 0; round < WARMING_ROUNDS; round++) {
      crowd.refresh(blend);
      loop.read(Crowd.users(people));
    }
  }

  /** Medians, measured in turns; the first round warms up both once more. */
  private static void against(
      Crowd crowd, String name, Loop loop, int rounds, Consumer<Measured> result, int... people)
      throws SQLException, IOException {
    var blend = crowd.blend(people);
    var ours = new ArrayList<Double>();
    var bare = new ArrayList<Double>();
    for (int round = 0; round <= rounds; round++) {
      ours.add(crowd.refresh(blend));
      bare.add(loop.read(Crowd.users(people)));
    }
    result.accept(Measured.times(name, median(ours), "ms", median(bare)));
  }

  static double median(List<Double> values) {
    var measured = values.subList(1, values.size()).stream().sorted().toList();
    return measured.get(measured.size() / 2);
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  /** Bytes of the heap's pools together, each at its fullest. */
  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
