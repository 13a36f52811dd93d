package io.blendify.bench;

import io.blendify.bench.listening.Predictions;
import io.blendify.bench.listening.Worlds;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code functions/bench/taste FOLDER FILE} */
@Command(
    name = "taste",
    mixinStandardHelpOptions = true,
    description = {
      "Gives the engine one world of listening data after another and writes what it says of each.",
      "",
      "A world is a folder artists/overlap, artists/self, artists/picks, tracks/self or tracks/picks"
          + " in FOLDER, of gzip'd TSV files as functions/bench/README.md describes. Worlds and files"
          + " that are not there are left out.",
      ""
    })
final class TasteCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FOLDER", description = "holds artists/ or tracks/")
  private Path folder = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "the predictions to write, tab-separated")
  private Path file = Path.of("");

  private final PrintWriter progress = new PrintWriter(System.err, true);

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new TasteCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    if (!Worlds.areIn(folder)) {
      progress.println(
          "There is no world in " + folder + ": it needs a folder such as artists/overlap.");
      return 2;
    }
    long start = System.nanoTime();
    try (var predictions = new Predictions(file)) {
      Worlds.predict(
          folder,
          predictions,
          line ->
              progress.printf("%4d s  %s%n", (System.nanoTime() - start) / 1_000_000_000, line));
    }
    progress.println("wrote " + file);
    return 0;
  }
}
