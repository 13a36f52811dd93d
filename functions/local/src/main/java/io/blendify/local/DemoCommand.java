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
            + " imports a file, they blend. The same each time; with --data, on what was kept.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  /** A fixed day, so that every run finds the same world. */
  private static final Instant DAY = Instant.parse("2026-11-02T04:30:00Z");

  @Mixin LocalOptions options = new LocalOptions();

  @Override
  public Integer call() {
    var progress = new Progress(System.out);
    progress.say("Blendify's main job");
    try (var open = new Opened()) {
      var folder = open.add(options.folder());
      Logs.to(folder.log());
      if (folder.isUsed()) {
        progress.say("The folder holds an earlier run's data: nobody is new, nothing doubles.");
      }
      var settings = new LocalSystem.Settings(options.port, options.sandboxPort, 1, DAY);
      var system = open.add(LocalSystem.start(settings, folder, progress));
      new MainJob(system, folder.isUsed(), progress).run();
    }
    return 0;
  }
}
