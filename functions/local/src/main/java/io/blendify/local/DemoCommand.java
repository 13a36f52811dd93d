package io.blendify.local;

import io.blendify.local.demo.MainJob;
import io.blendify.local.server.LocalSystem;
import io.blendify.local.server.Progress;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Does the main job without anybody's help and prints its result. */
@Command(
    name = "demo",
    description =
        "Does the main job unattended and prints its result: two sandbox people connect, a third"
            + " imports a file, they blend. The same each time.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  /** A fixed day, so that every run finds the same world. */
  private static final Instant DAY = Instant.parse("2026-11-02T04:30:00Z");

  @Mixin LocalOptions options = new LocalOptions();

  @Override
  public Integer call() {
    var progress = new Progress(System.out);
    progress.say("Blendify's main job");
    try (var folder = options.folder()) {
      Logs.to(folder.log());
      var settings = new LocalSystem.Settings(options.port, options.sandboxPort, 1, DAY);
      try (var system = LocalSystem.start(settings, folder, progress)) {
        new MainJob(system, progress).run();
      }
    }
    return 0;
  }
}
