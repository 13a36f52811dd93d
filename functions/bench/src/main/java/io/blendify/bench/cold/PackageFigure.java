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
 * The size of each zip against the 50 MB that Lambda takes directly; and of each function, after
 * 1,000 warm invocations against the first 200, the memory of its process and what its heap still
 * refers to. The process grows until its young generation was used once; growth of what is referred
 * to is a leak.
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
        memory(function, around, folder, result);
      }
    } finally {
      ColdFigure.delete(folder);
    }
  }

  private static void memory(
      String function, Surroundings around, Path folder, Consumer<Measured> result)
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
      double liveBefore = LiveHeap.bytes(running.pid());
      invoke(running, event, MORE);
      var name = "package." + function;
      double after = running.memory().resident();
      result.accept(Measured.times(name + ".memory", after, "bytes", before));
      double live = LiveHeap.bytes(running.pid());
      result.accept(Measured.times(name + ".live", live, "bytes", liveBefore));
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
