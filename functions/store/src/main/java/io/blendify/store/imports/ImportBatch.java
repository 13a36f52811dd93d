package io.blendify.store.imports;

import io.blendify.core.history.Observation.Member;
import io.blendify.core.history.Observation.Placed;
import io.blendify.core.history.Observation.Played;
import io.blendify.core.item.Item;
import io.blendify.core.item.Playlist;
import io.blendify.core.sync.Resource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is written in one transaction.
 *
 * @param members by set
 * @param contents by playlist
 */
public record ImportBatch(
    List<Played> plays, Map<Resource, List<Member>> members, Map<Playlist, List<Placed>> contents) {

  public ImportBatch {
    plays = List.copyOf(plays);
    members = Map.copyOf(members);
    contents = Map.copyOf(contents);
  }

  /** Everything that must stand in the catalogue first. */
  List<Item> items() {
    var members = this.members.values().stream().flatMap(List::stream).map(Member::item);
    var placed = contents.values().stream().flatMap(List::stream).map(Placed::item);
    return Stream.of(plays.stream().map(Played::track), members, contents.keySet().stream(), placed)
        .flatMap(item -> item)
        .filter(Objects::nonNull)
        .map(Item.class::cast)
        .toList();
  }
}
