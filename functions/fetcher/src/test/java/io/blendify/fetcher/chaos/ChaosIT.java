package io.blendify.fetcher.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the engine promises, whatever fails: a few seeds here, as many as one likes by command:
 *
 * <pre>{@code
 * mvn test -pl functions/fetcher -am -Dtest=ChaosIT -Dsurefire.failIfNoSpecifiedTests=false \
 *   -Dchaos.seeds=500 [-Dchaos.from=1] [-Dchaos.people=25] [-Dchaos.days=5]
 * }</pre>
 *
 * A seed decides how many people there are and how many days; the options overrule it. A run that
 * was stopped goes on with {@code -Dchaos.from}: its output names each seed that is done. Two
 * processes with a clone each share a range in half of the time. What a failed seed did is written
 * to {@code target/chaos-SEED.txt}.
 */
class ChaosIT {

  private static final String REPLAY =
      "mvn test -pl functions/fetcher -am -Dtest=ChaosIT"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dchaos.seeds=1 -Dchaos.from=";

  @Test
  void whateverFailsHistoryIsThatOfAWorldWithoutFaults() throws IOException {
    int from = Integer.getInteger("chaos.from", 1);
    int seeds = Integer.getInteger("chaos.seeds", 5);
    var failed = new ArrayList<String>();
    long began = System.nanoTime();
    try (var universe = new Universe()) {
      for (int seed = from; seed < from + seeds; seed++) {
        long start = System.nanoTime();
        var size = size(seed);
        var simulation = new Simulation(universe, seed, size.people(), size.days());
        List<String> breaches;
        try {
          breaches = simulation.run();
        } catch (RuntimeException e) {
          breaches = List.of("the simulation itself failed: " + e);
          simulation.trace.add(String.valueOf(e.getCause()));
        }
        System.out.printf(
            "seed %d: %d people, %d days, %d breaches, %d ms%n",
            seed,
            size.people(),
            size.days(),
            breaches.size(),
            (System.nanoTime() - start) / 1_000_000);
        if (!breaches.isEmpty()) {
          failed.add("seed " + seed + ": " + breaches.getFirst() + "\n  replay: " + REPLAY + seed);
          write(seed, simulation, breaches);
        }
      }
    }
    System.out.printf(
        "%d seeds in %d s, %d failed%n",
        seeds, (System.nanoTime() - began) / 1_000_000_000, failed.size());
    assertThat(failed).isEmpty();
  }

  private static Size size(int seed) {
    var chosen = Size.of(seed);
    return new Size(
        Integer.getInteger("chaos.people", chosen.people()),
        Integer.getInteger("chaos.days", chosen.days()));
  }

  private static void write(int seed, Simulation simulation, List<String> breaches)
      throws IOException {
    var lines = new ArrayList<>(breaches);
    lines.add("");
    lines.addAll(simulation.trace);
    Files.write(Path.of("target", "chaos-" + seed + ".txt"), lines);
  }
}
