package io.blendify.bench.cold;

import io.blendify.bench.Figure;
import io.blendify.bench.Measured;
import io.blendify.local.lambda.FunctionZip;
import io.blendify.local.lambda.Launch;
import io.blendify.local.lambda.PackagedFunction;
import io.blendify.local.server.DataFolder;
import io.blendify.local.server.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The size of each zip against the 50 MB that Lambda takes directly; and the memory of each
 * function after 1,000 warm invocations against that after the first 200: more of it would be a
 * leak.
 */
public final class PackageFigure implements Figure {

  private static final int FIRST = 200;
  private static final int MORE = 1_000;
  private static final double DIRECT_UPLOAD = 50 << 20;

  private static final Map<String, String> EVENTS =
      Map.of(
          "api", "api-invitation",
          "scheduler", "scheduler",
          "fetcher", "fetcher",
          "blend", "blend");

  @Override
  public String name() {
    return "package";
  }

  @Override
  public String what() {
    return "size of each zip, and memory after 1,000 warm invocations against the first 200";
  }

  @Override
  public void measure(Consumer<String> say, Consumer<Measured> result) throws Exception {
    for (var function : FunctionZip.ALL) {
      var size = Files.size(new FunctionZip(function, ColdFigure.repository()).path());
      result.accept(Measured.times("package." + function + ".bytes", size, "bytes", DIRECT_UPLOAD));
    }
    var folder = Files.createTempDirectory("blendify-package-");
    try (var data = DataFolder.temporary();
        var around = Surroundings.start(data)) {
      for (var function : EVENTS.keySet().stream().sorted().toList()) {
        say.accept(function);
        result.accept(memory(function, around, folder));
      }
    } finally {
      ColdFigure.delete(folder);
    }
  }

  private static Measured memory(String function, Surroundings around, Path folder)
      throws IOException, InterruptedException {
    var zip = new FunctionZip(function, ColdFigure.repository());
    var event =
        Files.readString(
            zip.repository().resolve("infra/events/" + EVENTS.get(function) + ".json"));
    var launch =
        Launch.of(zip.handler(), zip.unpack(folder.resolve(function)), around.environment());
    try (var running =
        PackagedFunction.start(
            launch.with("-XX:+UseSerialGC").with("-XX:TieredStopAtLevel=1").with("-Xmx512m"),
            folder.resolve(function + ".log"))) {
      invoke(running, event, FIRST);
      double before = running.memory().resident();
      invoke(running, event, MORE);
      return Measured.times(
          "package." + function + ".memory", running.memory().resident(), "bytes", before);
    }
  }

  private static void invoke(PackagedFunction running, String event, int times)
      throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      var answer = running.invoke(event);
      if (!answer.success()) {
        throw new IllegalStateException(answer.body() + "\n" + running.output());
      }
    }
  }
}
