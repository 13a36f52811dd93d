package io.blendify.sandbox.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Groups that keep the order of what they are made of. */
final class Grouping {

  private Grouping() {}

  static <K, V> Map<K, List<V>> by(Collection<V> values, Function<V, K> key) {
    var groups = new HashMap<K, List<V>>();
    values.forEach(
        value -> groups.computeIfAbsent(key.apply(value), _ -> new ArrayList<>()).add(value));
    groups.replaceAll((_, group) -> List.copyOf(group));
    return groups;
  }
}
