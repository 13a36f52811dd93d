package io.blendify.bench.listening;

import io.blendify.core.blend.Pairwise;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Whether two samples of one person find each other: {@code plays} and {@code split} lines. */
final class Self {

  private Self() {}

  static void predict(
      String world, String kind, Path folder, Predictions to, Consumer<String> say) {
    var people = new People(Table.rows(folder, "profiles_" + kind), world.equals("artists"));
    if (people.size() == 0) {
      return;
    }
    say.accept(world + "/self " + kind + ": learning from " + people.size() + " samples");
    var pairwise = new Pairwise(new World(people, false).everybody());
    var queries = Table.rows(folder, "queries_" + kind);
    say.accept(world + "/self " + kind + ": " + queries.size() + " questions");
    for (var row : queries) {
      to.add(world, kind, row[0], row[1], pairwise.score(People.id(row[0]), People.id(row[1])));
    }
  }
}
