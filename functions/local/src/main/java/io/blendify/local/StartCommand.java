package io.blendify.local;

import io.blendify.local.server.DataFolder;
import io.blendify.local.server.LocalSystem;
import io.blendify.local.server.Progress;
import io.blendify.sandbox.world.Person;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts everything and stays until Ctrl-C. */
@Command(
    name = "start",
    description =
        "Starts the whole system and stays until Ctrl-C; this is what happens without a word, too.",
    mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

  /** Of each queue: enough to keep two cores busy and the database calm. */
  private static final int CONSUMERS = 2;

  @Mixin LocalOptions options = new LocalOptions();

  @Override
  public Integer call() throws InterruptedException {
    var progress = new Progress(System.out);
    progress.say("Blendify on this machine");
    try (var open = new Opened()) {
      var folder = open.add(options.folder());
      Logs.to(folder.log());
      var settings = new LocalSystem.Settings(options.port, options.sandboxPort, CONSUMERS, null);
      var system = open.add(LocalSystem.start(settings, folder, progress));
      greet(system, folder, progress);
      open.awaitClosed();
    }
    return 0;
  }

  private static void greet(LocalSystem system, DataFolder folder, Progress progress) {
    var url = system.url();
    progress.say("");
    progress.say("Ready.");
    progress.say("  pages     " + url + "/");
    progress.say("  API       " + url + "/v1/openapi.yaml");
    progress.say("  clock     " + url + "/_local/clock   lets a day pass");
    progress.say("  log       " + folder.log());
    system
        .providers()
        .spotify()
        .ifPresent(
            spotify -> {
              progress.say(
                  "  sandbox   " + spotify.origin() + "/_sandbox   switches of the fake Spotify");
              progress.say("");
              tour(url.toString(), spotify.world().demoPeople(), progress);
            });
    progress.say("");
    progress.say("Ctrl-C stops it.");
  }

  private static void tour(String url, List<Person> people, Progress progress) {
    progress.say("The main job, by hand:");
    progress.say(
        "  1. Open " + url + "/ and sign up by connecting Spotify. Be one of these people:");
    people.forEach(person -> progress.say("       %-10s %s".formatted(person.key(), person.bio())));
    progress.say(
        "  2. See the library fill at " + url + "/home; make a blend, copy its invitation.");
    progress.say(
        "  3. In a private window open the invitation, sign up as somebody else (with another");
    progress.say(
        "     of the people, or with an e-mail address and a file that a service gave you),");
    progress.say("     and accept. The blend page tells the score, why, and the playlist.");
    progress.say("Or watch it done: functions/local/blendify demo");
  }
}
