package io.blendify.store.sync;

import io.blendify.core.history.Observation;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.history.Observation.Placed;
import io.blendify.core.history.Observation.Played;
import io.blendify.core.item.Item;
import io.blendify.core.item.Playlist;
import io.blendify.store.catalog.Catalog;
import io.blendify.store.catalog.Catalog.Resolved;
import io.blendify.store.history.Entries;
import io.blendify.store.history.Entry;
import io.blendify.store.history.PlayEntry;
import io.blendify.store.history.Plays;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what a provider told into rows, with their items in the catalogue. */
@Singleton
final class Observed {

  private final Catalog catalog;
  private final SyncPages pages;
  private final Plays plays;

  Observed(Catalog catalog, SyncPages pages, Plays plays) {
    this.catalog = catalog;
    this.pages = pages;
    this.plays = plays;
  }

  /**
   * All entries of the run, of which these are the last.
   *
   * @param from the place of the first of them
   */
  Entries entries(ClaimedJob claimed, List<Observation> read, int from) {
    var resolved = resolve(claimed, read);
    var entries = new ArrayList<Entry>(read.size());
    for (var observation : read) {
      var entry = entry(observation, from + entries.size(), resolved);
      entries.add(entry);
    }
    return new Entries(claimed.id(), entries);
  }

  /** Writes plays, which stand for themselves; the answer is how many were new. */
  int appendPlays(ClaimedJob claimed, List<Observation> read) {
    var resolved = resolve(claimed, read);
    var entries = new ArrayList<PlayEntry>();
    for (var observation : read) {
      if (observation instanceof Played(var track, var at, var ms, var context, var device)) {
        entries.add(new PlayEntry(resolved.of(track), at, ms, context, device));
      }
    }
    return plays.append(claimed.run(), entries);
  }

  /** Puts entries aside until the run is complete. */
  void putAside(ClaimedJob claimed, List<Observation> read, int from) {
    pages.add(claimed.id(), entries(claimed, read, from).inMemory());
  }

  private Resolved resolve(ClaimedJob claimed, List<Observation> read) {
    var items = read.stream().map(Observed::item).filter(Objects::nonNull).toList();
    return catalog.resolve(items, claimed.observedAt());
  }

  private static @Nullable Item item(Observation observation) {
    return switch (observation) {
      case Placed placed -> placed.item();
      case Member member -> member.item();
      case Played played -> played.track();
    };
  }

  private static Entry entry(Observation observation, int place, Resolved resolved) {
    return switch (observation) {
      case Placed(var item, var addedAt, var addedBy) ->
          new Entry(place, item == null ? null : resolved.of(item), addedAt, addedBy, null);
      case Member(var item, var since) ->
          new Entry(place, resolved.of(item), since, null, version(item));
      case Played played ->
          throw new IllegalArgumentException("a play is no entry of a list: " + played.playedAt());
    };
  }

  private static @Nullable String version(Item item) {
    return item instanceof Playlist playlist ? playlist.version() : null;
  }
}
