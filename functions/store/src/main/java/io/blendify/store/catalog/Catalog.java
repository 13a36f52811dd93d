package io.blendify.store.catalog;

import io.blendify.core.item.ContentHash;
import io.blendify.core.item.Item;
import io.blendify.core.item.ItemKey;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds the rows of items, and adds what is missing: first all items, then all versions, each in a
 * fixed order, so that workers that meet in the same items wait for each other and never in a
 * circle. Resolve once in a transaction.
 */
@Singleton
public class Catalog {

  private static final int CHUNK = 500;

  private static final Comparator<Item> ORDER =
      Comparator.<Item, String>comparing(item -> item.key().provider().value())
          .thenComparing(item -> item.key().kind())
          .thenComparing(item -> item.key().id())
          .thenComparing(item -> item.metadata().hash().hex());

  private final Items items;
  private final ItemVersions versions;
  private final Popularity popularity;

  Catalog(Items items, ItemVersions versions, Popularity popularity) {
    this.items = items;
    this.versions = versions;
    this.popularity = popularity;
  }

  /**
   * The row of each description. Nothing is written for those that are known.
   *
   * @param seenAt the run's instant: descriptions and popularities that are new get it
   */
  @Transactional
  public Resolved resolve(Collection<? extends Item> described, Instant seenAt) {
    Map<Description, Item> distinct = new LinkedHashMap<>();
    described.stream().sorted(ORDER).forEach(i -> distinct.putIfAbsent(Description.of(i), i));
    var known = find(distinct.values());
    var missing =
        distinct.entrySet().stream()
            .filter(entry -> !known.containsKey(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (!missing.isEmpty()) {
      items.add(missing.stream().map(Item::key).distinct().toList());
      chunks(missing).forEach(chunk -> versions.add(chunk, seenAt));
      known.putAll(find(missing));
    }
    var resolved = new Resolved(known);
    popularity.add(List.copyOf(distinct.values()), resolved, seenAt);
    return resolved;
  }

  private Map<Description, ItemVersion> find(Collection<Item> wanted) {
    var found = new HashMap<Description, ItemVersion>();
    for (var chunk : chunks(List.copyOf(wanted))) {
      versions
          .find(chunk)
          .forEach((place, version) -> found.put(Description.of(chunk.get(place)), version));
    }
    return found;
  }

  private static List<List<Item>> chunks(List<Item> all) {
    return IntStream.iterate(0, from -> from < all.size(), from -> from + CHUNK)
        .mapToObj(from -> all.subList(from, Math.min(from + CHUNK, all.size())))
        .toList();
  }

  /** What identifies one description of one item. */
  record Description(ItemKey key, ContentHash hash) {
    static Description of(Item item) {
      return new Description(item.key(), item.metadata().hash());
    }
  }

  /** The rows of all items that were asked for. */
  public static final class Resolved {

    private final Map<Description, ItemVersion> versions;

    Resolved(Map<Description, ItemVersion> versions) {
      this.versions = versions;
    }

    /** The rows of an item that was asked for. */
    public ItemVersion of(Item item) {
      var version = versions.get(Description.of(item));
      if (version == null) {
        throw new IllegalStateException("no version of " + item.key() + " was found or added");
      }
      return version;
    }
  }
}
