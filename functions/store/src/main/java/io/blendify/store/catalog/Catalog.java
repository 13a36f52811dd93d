package io.blendify.store.catalog;

import io.blendify.core.item.ContentHash;
import io.blendify.core.item.Item;
import io.blendify.core.item.ItemKey;
import io.blendify.store.catalog.ItemVersions.Known;
import io.blendify.store.catalog.ItemVersions.Novel;
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
    var rows = find(List.copyOf(distinct.values()));
    if (rows.versions.size() < distinct.size()) {
      add(distinct, rows, seenAt);
    }
    var resolved = new Resolved(rows.versions);
    popularity.add(List.copyOf(distinct.values()), resolved, seenAt);
    return resolved;
  }

  private void add(Map<Description, Item> distinct, Rows rows, Instant seenAt) {
    var missing =
        distinct.entrySet().stream()
            .filter(entry -> !rows.versions.containsKey(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    var unknown =
        missing.stream().map(Item::key).filter(k -> !rows.items.containsKey(k)).distinct().toList();
    if (!unknown.isEmpty()) {
      rows.items.putAll(items.add(unknown));
    }
    if (!rows.items.keySet().containsAll(unknown)) {
      rows.putAll(find(missing));
    }
    var novel =
        missing.stream()
            .filter(item -> !rows.versions.containsKey(Description.of(item)))
            .map(item -> new Novel(rows.itemId(item.key()), item))
            .sorted(ItemVersions.ORDER)
            .toList();
    chunks(novel).forEach(chunk -> rows.versions.putAll(versions.add(chunk, seenAt)));
    if (rows.versions.size() < distinct.size()) {
      rows.putAll(find(missing));
    }
  }

  private Rows find(List<Item> wanted) {
    var rows = new Rows(new HashMap<>(), new HashMap<>());
    for (var chunk : chunks(wanted)) {
      versions.find(chunk).forEach((place, known) -> rows.put(chunk.get(place), known));
    }
    return rows;
  }

  private static <T> List<List<T>> chunks(List<T> all) {
    return IntStream.iterate(0, from -> from < all.size(), from -> from + CHUNK)
        .mapToObj(from -> all.subList(from, Math.min(from + CHUNK, all.size())))
        .toList();
  }

  /** What is known so far. */
  private record Rows(Map<ItemKey, Long> items, Map<Description, ItemVersion> versions) {

    void put(Item item, Known known) {
      items.put(item.key(), known.itemId());
      var version = known.versionId();
      if (version != null) {
        versions.put(Description.of(item), new ItemVersion(known.itemId(), version));
      }
    }

    void putAll(Rows others) {
      items.putAll(others.items);
      versions.putAll(others.versions);
    }

    long itemId(ItemKey key) {
      var id = items.get(key);
      if (id == null) {
        throw new IllegalStateException("no row of " + key + " was found or added");
      }
      return id;
    }
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
