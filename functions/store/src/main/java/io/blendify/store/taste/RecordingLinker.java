package io.blendify.store.taste;

import io.blendify.core.recording.Claim;
import io.blendify.core.recording.RecordingKeys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides for a batch of items which recordings they are, in the order of their numbers: an item
 * may be found under the keys of one before it. New recordings have negative numbers until the
 * database has named them.
 */
final class RecordingLinker {

  /**
   * @param recording under which it stands already; 0 for none
   */
  record Unlinked(long item, long recording, Claim claim) {}

  record Known(String key, long recording, @Nullable Integer durationMs) {}

  record Link(
      long item,
      long recording,
      String rule,
      @Nullable String isrc,
      @Nullable String key,
      float confidence,
      List<String> kept,
      @Nullable Integer durationMs) {}

  /** The two are one from now on; the lower number stays. */
  record Merge(long recording, long into, String isrc) {}

  private static final float BY_ISRC = 0.99f;
  private static final float BY_TITLE = 0.9f;
  private static final float BY_TITLE_ALONE = 0.7f;

  private final Map<String, List<Known>> known = new HashMap<>();
  private final List<Link> links = new ArrayList<>();
  private final Map<Long, Merge> merges = new TreeMap<>();
  private long next = -1;

  RecordingLinker(List<Unlinked> items, List<Known> known) {
    known.forEach(this::remember);
    items.stream().sorted(Comparator.comparingLong(Unlinked::item)).forEach(this::link);
  }

  static List<String> keys(RecordingKeys keys) {
    var all = new ArrayList<>(keys.sought());
    if (keys.isrc() != null) {
      all.add(keys.isrc());
    }
    return all;
  }

  /** How many new recordings are needed. */
  int wanted() {
    return (int) (-next - 1);
  }

  List<Link> links(List<Long> fresh) {
    return links.stream()
        .map(
            link ->
                new Link(
                    link.item(),
                    named(link.recording(), fresh),
                    link.rule(),
                    link.isrc(),
                    link.key(),
                    link.confidence(),
                    link.kept(),
                    link.durationMs()))
        .toList();
  }

  /** Only between recordings that there were before; new ones are made as one at once. */
  List<Merge> merges(List<Long> fresh) {
    return merges.values().stream()
        .map(m -> new Merge(named(m.recording(), fresh), named(m.into(), fresh), m.isrc()))
        .toList();
  }

  private static long named(long recording, List<Long> fresh) {
    return recording < 0 ? fresh.get((int) (-recording - 1)) : recording;
  }

  private void link(Unlinked item) {
    var keys = RecordingKeys.of(item.claim());
    var byIsrc = keys.isrc() == null ? null : first(keys.isrc(), null);
    if (byIsrc != null) {
      if (item.recording() != 0) {
        meet(item.recording(), byIsrc.recording(), keys.isrc());
      } else {
        joinByTitle(item, keys, byIsrc);
      }
      add(item, keys, byIsrc.recording(), "isrc", keys.isrc(), BY_ISRC);
    } else if (item.recording() != 0) {
      add(item, keys, standing(item.recording()), "isrc", keys.isrc(), BY_ISRC);
    } else {
      linkByTitle(item, keys);
    }
  }

  /** What the title alone finds is the same too, if the title proves it: same length. */
  private void joinByTitle(Unlinked item, RecordingKeys keys, Known byIsrc) {
    var byTitle = byTitle(item, keys);
    if (byTitle != null
        && byTitle.durationMs() != null
        && item.claim().durationMs() != null
        && byTitle.recording() != byIsrc.recording()) {
      meet(byTitle.recording(), byIsrc.recording(), keys.isrc());
    }
  }

  private void linkByTitle(Unlinked item, RecordingKeys keys) {
    var byTitle = byTitle(item, keys);
    if (byTitle == null) {
      var main = keys.kept().isEmpty() ? null : keys.kept().getFirst();
      add(item, keys, next--, "new", main, 1);
    } else {
      boolean measured = byTitle.durationMs() != null && item.claim().durationMs() != null;
      add(
          item,
          keys,
          byTitle.recording(),
          "title",
          byTitle.key(),
          measured ? BY_TITLE : BY_TITLE_ALONE);
    }
  }

  private @Nullable Known byTitle(Unlinked item, RecordingKeys keys) {
    return keys.sought().stream()
        .map(key -> first(key, item.claim().durationMs()))
        .filter(found -> found != null)
        .findFirst()
        .orElse(null);
  }

  /** The nearest in length, then the oldest. */
  private @Nullable Known first(String key, @Nullable Integer durationMs) {
    return known.getOrDefault(key, List.of()).stream()
        .filter(one -> RecordingKeys.near(one.durationMs(), durationMs))
        .map(one -> new Known(one.key(), standing(one.recording()), one.durationMs()))
        .min(
            Comparator.<Known>comparingInt(one -> distance(one.durationMs(), durationMs))
                .thenComparingLong(one -> age(one.recording())))
        .orElse(null);
  }

  private static int distance(@Nullable Integer a, @Nullable Integer b) {
    return a == null || b == null ? RecordingKeys.TOLERANCE_MS + 1 : Math.abs(a - b);
  }

  /** Those that are not named yet come after all that are. */
  private static long age(long recording) {
    return recording > 0 ? recording : Long.MAX_VALUE / 2 - recording;
  }

  private void meet(long one, long other, @Nullable String isrc) {
    long a = standing(one);
    long b = standing(other);
    if (a == b || isrc == null) {
      return;
    }
    long stays = age(a) < age(b) ? a : b;
    long goes = stays == a ? b : a;
    merges.put(goes, new Merge(goes, stays, isrc));
  }

  private long standing(long recording) {
    var merge = merges.get(recording);
    return merge == null ? recording : standing(merge.into());
  }

  private void add(
      Unlinked item,
      RecordingKeys keys,
      long recording,
      String rule,
      @Nullable String key,
      float confidence) {
    long standing = standing(recording);
    var kept = new ArrayList<>(keys.kept());
    if (keys.isrc() != null) {
      kept.add(keys.isrc());
    }
    var isrc = item.claim().isrc() == null ? null : item.claim().isrc().value();
    var duration = item.claim().durationMs();
    links.add(new Link(item.item(), standing, rule, isrc, key, confidence, kept, duration));
    kept.forEach(one -> remember(new Known(one, standing, duration)));
  }

  private void remember(Known one) {
    known.computeIfAbsent(one.key(), _ -> new ArrayList<>()).add(one);
  }
}
