package io.blendify.bench.cold;

import io.blendify.bench.Figure;
import io.blendify.bench.Measured;
import io.blendify.local.lambda.FunctionZip;
import io.blendify.local.lambda.Launch;
import io.blendify.local.server.DataFolder;
import io.blendify.local.server.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Process start to first answer, on AWS's runtime client: each packaged function against a handler
 * without framework that gets the same event, both as a zip and both as an image with an
 * ahead-of-time cache of their own.
 */
public final class ColdFigure implements Figure {

  private static final int ROUNDS = 11;
  private static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");

  /** A function, one of its events, and whether that needs the database. */
  private record Case(String function, String bare, String event, boolean database) {
    String name() {
      return function + (database ? ".database" : "");
    }
  }

  private static final List<Case> CASES =
      List.of(
          new Case("api", "BareApi", "api-me-unauthenticated", false),
          new Case("api", "BareApi", "api-invitation", true),
          new Case("scheduler", "BareSchedule", "scheduler", true),
          new Case("fetcher", "BareQueue", "queue-empty", false),
          new Case("fetcher", "BareQueue", "fetcher", true),
          new Case("blend", "BareQueue", "queue-empty", false),
          new Case("blend", "BareQueue", "blend", true),
          new Case("migrate", "BareMigrate", "migrate-by-operator", true));

  @Override
  public String name() {
    return "cold";
  }

  @Override
  public String what() {
    return "first answer of each packaged function, against a handler without framework";
  }

  @Override
  public void measure(Consumer<String> say, Consumer<Measured> result) throws Exception {
    var folder = Files.createTempDirectory("blendify-cold-");
    try (var data = DataFolder.temporary();
        var around = Surroundings.start(data)) {
      for (var each : CASES) {
        compare(each, around, Files.createDirectories(folder.resolve(each.name())), say, result);
      }
    } finally {
      delete(folder);
    }
  }

  private static void compare(
      Case each, Surroundings around, Path folder, Consumer<String> say, Consumer<Measured> result)
      throws IOException, InterruptedException {
    var root = repository();
    var zip = new FunctionZip(each.function(), root);
    var variables =
        each.function().equals("migrate")
            ? around.administratorsEnvironment()
            : around.environment();
    var event = Files.readString(root.resolve("infra/events/" + each.event() + ".json"));
    var task = zip.unpack(folder.resolve("ours"));
    var ours = new Start(launch(zip.handler(), task, variables), event, folder.resolve("ours.log"));
    var bareTask = BareZip.unpack(folder.resolve("bare"));
    if (each.bare().equals("BareMigrate")) {
      BareZip.addFlyway(bareTask, task);
    }
    var bare =
        new Start(
            launch("io.blendify.bench.cold." + each.bare(), bareTask, variables)
                .with("BARE_DATABASE", each.database() ? "yes" : "no"),
            event,
            folder.resolve("bare.log"));
    say.accept(each.name() + ", as a zip");
    result.accept(medians("cold." + each.name() + ".zip", ours, bare));
    say.accept(each.name() + ", as an image with its ahead-of-time cache");
    result.accept(
        medians(
            "cold." + each.name() + ".image",
            ours.withCache(folder.resolve("ours.aot")),
            bare.withCache(folder.resolve("bare.aot"))));
  }

  /** In turns, so that a busy machine slows down both; the first round of each warms the disk. */
  private static Measured medians(String name, Start ours, Start bare)
      throws IOException, InterruptedException {
    ours.measure();
    bare.measure();
    var own = new ArrayList<Double>();
    var other = new ArrayList<Double>();
    for (int round = 0; round < ROUNDS; round++) {
      own.add(ours.measure());
      other.add(bare.measure());
    }
    return Measured.times(name, median(own), "ms", median(other));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static Launch launch(String handler, Path task, Map<String, String> variables) {
    var launch = Launch.of(handler, task, variables);
    for (var flag : FLAGS) {
      launch = launch.with(flag);
    }
    return launch;
  }

  /** Set by the launcher. */
  static Path repository() {
    return Path.of(System.getProperty("blendify.repository", "")).toAbsolutePath();
  }

  static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
