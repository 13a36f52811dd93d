package io.blendify.bench.listening;

import io.blendify.core.blend.Algorithm;
import io.blendify.core.blend.BlendSettings;
import io.blendify.core.blend.Pick;
import io.blendify.core.blend.Selecting;
import io.blendify.core.blend.Suggestions;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What one person, and several together, would like: {@code disc} and {@code blend} lines. */
final class Picks {

  private static final int LENGTH = 50;

  private Picks() {}

  /** Whatever the world's items are, they are what is chosen: so they stand for recordings. */
  static void predict(String world, Path folder, Predictions to, Consumer<String> say) {
    var people = new People(Table.rows(folder, "visible"), false);
    if (people.size() == 0) {
      return;
    }
    say.accept(world + "/picks: learning from " + people.size() + " people");
    var engine = new World(people, true);
    var alone = Table.rows(folder, "disc");
    say.accept(world + "/picks: further taste of " + alone.size() + " people");
    for (var row : alone) {
      var group = engine.withOffers(List.of(row[0]));
      var further = Suggestions.of(group, People.id(row[0]), LENGTH);
      for (int rank = 1; rank <= further.size(); rank++) {
        to.add(world, "disc", row[0], rank, people.item(further.get(rank - 1)));
      }
    }
    var blends = Table.rows(folder, "blends");
    say.accept(world + "/picks: " + blends.size() + " blends");
    for (var row : blends) {
      var group = engine.withOffers(List.of(row[2].split(",")));
      for (var algorithm : Algorithm.values()) {
        var settings = new BlendSettings(LENGTH, LENGTH, true, 0);
        var picks = Selecting.of(group, algorithm, settings, Set.of(), 1).picks();
        write(world, row[0], algorithm, picks, people, to);
      }
    }
  }

  private static void write(
      String world,
      String blend,
      Algorithm algorithm,
      List<Pick> picks,
      People people,
      Predictions to) {
    for (int rank = 1; rank <= picks.size(); rank++) {
      var item = people.item(picks.get(rank - 1).recording());
      to.add(world, "blend", blend, algorithm.label(), rank, item);
    }
  }
}
