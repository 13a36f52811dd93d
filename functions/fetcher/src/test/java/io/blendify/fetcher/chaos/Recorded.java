package io.blendify.fetcher.chaos;

import io.blendify.core.sync.Resource;
import io.blendify.core.sync.Shape;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/** What history says, listing by listing, at each moment at which it changed. */
final class Recorded {

  /** One listing of one person. */
  record Listed(UUID user, Resource resource, String listKey) {}

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]XXX");

  private final Map<Listed, NavigableMap<Instant, List<String>>> states = new HashMap<>();

  /** What is wrong with the rows in themselves. */
  final List<String> faults = new ArrayList<>();

  Recorded(Universe universe) {
    memberships(universe);
    lists(universe);
  }

  /** As of that moment; empty where nothing was known. */
  List<String> at(Listed listed, Instant at) {
    var known = states.getOrDefault(listed, new TreeMap<>()).floorEntry(at);
    return known == null ? List.of() : known.getValue();
  }

  /** Whether anything had been said of the listing until then. */
  boolean isKnown(Listed listed, Instant at) {
    return states.getOrDefault(listed, new TreeMap<>()).floorEntry(at) != null;
  }

  private void memberships(Universe universe) {
    var held = new HashMap<Listed, TreeMap<String, String>>();
    for (var row :
        universe.rows(
            """
            SELECT m.user_id, m.resource, i.provider_item_id, m.action, m.member_since, m.observed_at
            FROM history.memberships m JOIN catalog.items i ON i.id = m.item_id
            ORDER BY m.observed_at, m.id
            """)) {
      var listed = new Listed(UUID.fromString(row.get(0)), Resource.of(row.get(1)), "");
      var members = held.computeIfAbsent(listed, _ -> new TreeMap<>());
      var line = row.get(2) + " " + time(row.get(4));
      var before =
          row.get(3).equals("removed") ? members.remove(row.get(2)) : members.put(row.get(2), line);
      if ((before == null) != row.get(3).equals("added")) {
        faults.add("out of turn: " + row);
      }
      state(listed, time(row.get(5)), members.values().stream().sorted().toList());
    }
  }

  private void lists(Universe universe) {
    var rows =
        universe.rows(
            """
            SELECT l.id, l.user_id, l.resource, l.list_key, l.observed_at, e.place,
                   CASE WHEN i.provider_item_id LIKE 'spotify:local:%' THEN 'local'
                        ELSE i.provider_item_id END, l.added_at[e.place], l.added_by[e.place]
            FROM history.lists l
            LEFT JOIN unnest(l.version_ids) WITH ORDINALITY AS e (version_id, place) ON true
            LEFT JOIN catalog.item_versions v ON v.id = e.version_id
            LEFT JOIN catalog.items i ON i.id = v.item_id
            ORDER BY l.observed_at, l.id, e.place
            """);
    var last = new HashMap<Listed, List<String>>();
    String id = "";
    List<String> lines = new ArrayList<>();
    for (var row : rows) {
      var listed = new Listed(UUID.fromString(row.get(1)), Resource.of(row.get(2)), row.get(3));
      if (!row.get(0).equals(id)) {
        id = row.get(0);
        lines = new ArrayList<>();
        state(listed, time(row.get(4)), lines);
        last.put(listed, lines);
      }
      if (row.get(5) != null) {
        lines.add(row.get(6) + " " + time(row.get(7)) + " " + row.get(8));
      }
    }
  }

  private void state(Listed listed, Instant at, List<String> lines) {
    states.computeIfAbsent(listed, _ -> new TreeMap<>()).put(at, lines);
  }

  static Instant time(String written) {
    return written == null ? null : OffsetDateTime.parse(written, WRITTEN).toInstant();
  }

  static boolean isListed(Resource resource) {
    return resource.shape() != Shape.PLAY;
  }
}
