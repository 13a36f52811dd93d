package io.blendify.bench.listening;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** All worlds of a folder, one after another: no world knows of another. */
public final class Worlds {

  private Worlds() {}

  /** Whether there is any world in the folder. */
  public static boolean areIn(Path folder) {
    return List.of("artists", "tracks").stream()
        .anyMatch(
            world ->
                List.of("overlap", "self", "picks").stream()
                    .anyMatch(part -> Files.isDirectory(folder.resolve(world).resolve(part))));
  }

  public static void predict(Path folder, Predictions to, Consumer<String> say) {
    for (var world : List.of("artists", "tracks")) {
      var of = folder.resolve(world);
      Overlap.predict(world, of.resolve("overlap"), to, say);
      Self.predict(world, "plays", of.resolve("self"), to, say);
      Self.predict(world, "split", of.resolve("self"), to, say);
      Picks.predict(world, of.resolve("picks"), to, say);
    }
  }
}
