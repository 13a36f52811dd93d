package io.blendify.core.blend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The things that the members of one group have in one aspect, numbered from 0. */
final class Vocabulary {

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  int id(String key, String name) {
    var known = ids.putIfAbsent(key, keys.size());
    if (known != null) {
      if (name.compareTo(names.get(known)) < 0) {
        names.set(known, name); // the same, whoever came first
      }
      return known;
    }
    keys.add(key);
    names.add(name);
    return keys.size() - 1;
  }

  /**
   * Numbers the things by their names and keys, so that no sum over them depends on who came first;
   * names before keys, because a database of its own gives the same recording another number.
   *
   * @return the new number at the place of each old one
   */
  int[] sort() {
    var order =
        IntStream.range(0, keys.size())
            .boxed()
            .sorted(Comparator.<Integer, String>comparing(names::get).thenComparing(keys::get))
            .toList();
    var newKeys = order.stream().map(keys::get).toList();
    var newNames = order.stream().map(names::get).toList();
    var renumbered = new int[keys.size()];
    for (int place = 0; place < order.size(); place++) {
      renumbered[order.get(place)] = place;
      ids.put(newKeys.get(place), place);
    }
    Collections.copy(keys, newKeys);
    Collections.copy(names, newNames);
    return renumbered;
  }

  List<String> keys() {
    return List.copyOf(keys);
  }

  String key(int id) {
    return keys.get(id);
  }

  /** What the members call it; the key, its words capitalised, where none of them has it. */
  String nameOf(String key) {
    var id = ids.get(key);
    return id == null ? capitalised(key) : names.get(id);
  }

  private static String capitalised(String key) {
    return Arrays.stream(key.split(" "))
        .map(
            word ->
                word.isEmpty()
                    ? word
                    : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  /** -1 for what none of the members has. */
  int find(String key) {
    return ids.getOrDefault(key, -1);
  }

  String name(int id) {
    return names.get(id);
  }

  int size() {
    return keys.size();
  }

  Rarities rarities(Aspect aspect, Background background) {
    return new Rarities(keys.stream().mapToDouble(key -> background.rarity(aspect, key)).toArray());
  }
}
