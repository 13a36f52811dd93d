package io.blendify.bench.listening;

import io.blendify.core.blend.Pairwise;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** How well two, or three to five, people match: {@code pair} and {@code group} lines. */
final class Overlap {

  private Overlap() {}

  static void predict(String world, Path folder, Predictions to, Consumer<String> say) {
    var people = new People(Table.rows(folder, "profiles"), world.equals("artists"));
    if (people.size() == 0) {
      return;
    }
    say.accept(world + "/overlap: learning from " + people.size() + " people");
    var pairwise = new Pairwise(new World(people, false).everybody());
    var pairs = Table.rows(folder, "pairs");
    say.accept(world + "/overlap: " + pairs.size() + " pairs");
    for (var row : pairs) {
      to.add(world, "pair", row[0], score(pairwise, List.of(row[1], row[2])));
    }
    var groups = Table.rows(folder, "groups");
    say.accept(world + "/overlap: " + groups.size() + " groups");
    for (var row : groups) {
      to.add(world, "group", row[0], score(pairwise, List.of(row[1].split(","))));
    }
  }

  /** The score of a group is the mean of its pairs, as {@code Scoring} has it. */
  private static double score(Pairwise pairwise, List<String> members) {
    double sum = 0;
    int pairs = 0;
    for (int first = 0; first < members.size(); first++) {
      for (int second = first + 1; second < members.size(); second++) {
        sum += pairwise.score(People.id(members.get(first)), People.id(members.get(second)));
        pairs++;
      }
    }
    return sum / pairs;
  }
}
