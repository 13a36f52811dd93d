package io.blendify.bench.listening;

import io.blendify.core.item.Kind;
import io.blendify.core.taste.TasteFacts;
import io.blendify.core.taste.TasteFacts.Described;
import io.blendify.core.taste.TasteMaker;
import io.blendify.core.taste.TasteProfile;
import io.blendify.core.taste.TasteSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The people of one world and their profiles, made by the product's rules: what has a number of
 * plays was played so often, what has none was saved.
 */
final class People {

  private final boolean asArtists;
  private final Map<String, List<String[]>> lists = new LinkedHashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final List<String> items = new ArrayList<>();

  /**
   * @param rows person, rank, item, plays
   * @param asArtists whether the items are artists; otherwise they are recordings
   */
  People(List<String[]> rows, boolean asArtists) {
    this.asArtists = asArtists;
    for (var row : rows) {
      lists.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(row);
      if (numbers.putIfAbsent(row[2], items.size() + 1L) == null) {
        items.add(row[2]);
      }
    }
  }

  Iterable<String> names() {
    return lists.keySet();
  }

  int size() {
    return lists.size();
  }

  /** The item with that number, as recordings are numbered. */
  String item(long recording) {
    return items.get((int) recording - 1);
  }

  static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  TasteProfile profile(String name) {
    var saved = new ArrayList<TasteFacts.Saved>();
    var played = new ArrayList<TasteFacts.Played>();
    Map<Long, Described> described = new HashMap<>();
    for (var row : lists.getOrDefault(name, List.of())) {
      long number = numbers.getOrDefault(row[2], 0L);
      described.put(number, described(number, row[2]));
      if (row.length > 3 && !row[3].isBlank()) {
        int plays = Integer.parseInt(row[3]);
        played.add(
            new TasteFacts.Played(source("recently_played"), number, plays, 1_000_000L * plays));
      } else {
        saved.add(new TasteFacts.Saved(source("saved_tracks"), number, null));
      }
    }
    return TasteMaker.make(new TasteFacts(List.of(), saved, List.of(), played, described));
  }

  private Described described(long number, String item) {
    return asArtists
        ? new Described(number, Kind.TRACK, 0, item, List.of(item), List.of(), null)
        : new Described(number, Kind.TRACK, number, item, List.of(), List.of(), null);
  }

  private static TasteSource source(String resource) {
    return new TasteSource("file", resource, "");
  }
}
