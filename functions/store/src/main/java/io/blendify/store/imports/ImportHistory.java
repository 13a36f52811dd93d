package io.blendify.store.imports;

import io.blendify.core.history.Observation.Member;
import io.blendify.core.history.Observation.Placed;
import io.blendify.core.item.Playlist;
import io.blendify.core.sync.Resource;
import io.blendify.store.catalog.Catalog;
import io.blendify.store.catalog.Catalog.Resolved;
import io.blendify.store.history.Entries;
import io.blendify.store.history.Entry;
import io.blendify.store.history.Lists;
import io.blendify.store.history.Memberships;
import io.blendify.store.history.PlayEntry;
import io.blendify.store.history.Plays;
import io.blendify.store.history.Run;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what a file holds as history. A file tells what there is and never what there no longer
 * is: members are added, and none is removed.
 */
@Singleton
final class ImportHistory {

  private final Catalog catalog;
  private final Plays plays;
  private final Memberships memberships;
  private final Lists lists;

  ImportHistory(Catalog catalog, Plays plays, Memberships memberships, Lists lists) {
    this.catalog = catalog;
    this.plays = plays;
    this.memberships = memberships;
    this.lists = lists;
  }

  /** How much of each resource was new. */
  Map<Resource, Long> append(Run run, ImportBatch batch) {
    var resolved = catalog.resolve(batch.items(), run.observedAt());
    var added = new EnumMap<Resource, Long>(Resource.class);
    add(added, Resource.RECENTLY_PLAYED, plays.append(run, plays(batch, resolved)));
    batch.members().forEach((set, members) -> add(added, set, record(run, set, members, resolved)));
    batch.contents().forEach((head, content) -> playlist(run, head, content, resolved, added));
    return added;
  }

  private static void add(Map<Resource, Long> added, Resource resource, long more) {
    if (more > 0) {
      added.merge(resource, more, Long::sum);
    }
  }

  private static List<PlayEntry> plays(ImportBatch batch, Resolved resolved) {
    return batch.plays().stream()
        .map(
            p ->
                new PlayEntry(
                    resolved.of(p.track()), p.playedAt(), p.msPlayed(), p.contextUri(), p.device()))
        .toList();
  }

  private long record(Run run, Resource set, List<Member> members, Resolved resolved) {
    var entries = new ArrayList<Entry>();
    for (var member : members) {
      entries.add(
          new Entry(entries.size(), resolved.of(member.item()), member.since(), null, null));
    }
    var changes = memberships.record(run, set, new Entries(run.jobId(), entries), false);
    return changes.all();
  }

  private void playlist(
      Run run, Playlist head, List<Placed> content, Resolved resolved, Map<Resource, Long> added) {
    var heads = List.of(new Member(head, null));
    add(added, Resource.PLAYLISTS, record(run, Resource.PLAYLISTS, heads, resolved));
    var entries = new ArrayList<Entry>();
    for (var placed : content) {
      var item = placed.item() == null ? null : resolved.of(placed.item());
      entries.add(new Entry(entries.size(), item, placed.addedAt(), placed.addedBy(), null));
    }
    var all = new Entries(run.jobId(), entries);
    var change = lists.record(run, Resource.PLAYLIST_TRACKS, head.key().id(), all, false, null);
    add(added, Resource.PLAYLIST_TRACKS, change.appended() ? change.size() : 0);
  }
}
