package io.blendify.store.taste;

import io.blendify.core.taste.TasteFacts;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What history says of one person, things named by version only. */
public record TasteRows(
    List<TasteFacts.Ranked> ranked,
    List<TasteFacts.Saved> saved,
    List<TasteFacts.Listed> listed,
    List<TasteFacts.Played> played) {

  public TasteRows {
    ranked = List.copyOf(ranked);
    saved = List.copyOf(saved);
    listed = List.copyOf(listed);
    played = List.copyOf(played);
  }

  /** Every version that is named, ascending. */
  public Set<Long> versions() {
    var versions = new TreeSet<Long>();
    ranked.forEach(row -> versions.add(row.version()));
    saved.forEach(row -> versions.add(row.version()));
    listed.forEach(row -> versions.add(row.version()));
    played.forEach(row -> versions.add(row.version()));
    return versions;
  }
}
