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

/** Artists or genres: things that are told apart by name. */
final class Names implements Vocabulary {

  private final Aspect aspect;
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  Names(Aspect aspect) {
    this.aspect = aspect;
  }

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
   * Numbers the things by their names and keys, so that no sum over them depends on who came first.
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

  @Override
  public int size() {
    return keys.size();
  }

  @Override
  public String key(int id) {
    return keys.get(id);
  }

  @Override
  public String name(int id) {
    return names.get(id);
  }

  @Override
  public double rarity(int id, Background background) {
    return background.rarity(aspect, keys.get(id));
  }
}
