package io.blendify.providers.file;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The recordings that {@code feedback.jsonl} says are loved, until a listen tells their names. */
final class LovedRecordings {

  private static final int MOST = 50_000;

  /**
   * One loved recording.
   *
   * @param at when it was loved; null where the file does not say
   */
  record Love(@Nullable Instant at, String place, long line) {}

  private final Map<String, Love> byId = new HashMap<>();
  private final Set<Love> taken = new HashSet<>();

  static LovedRecordings of(Findings findings) {
    return findings.notes(LovedRecordings.class, LovedRecordings::new);
  }

  /** A score of 1 is love; -1, hate, says nothing that is kept here. */
  void add(Entry feedback, Part part, long line) throws Skip {
    var score = feedback.whole("score");
    if (score == null) {
      throw new Skip(Skip.UNREADABLE);
    }
    if (score != 1) {
      return;
    }
    if (byId.size() >= 2 * MOST) {
      throw new Skip(Skip.TOO_LONG);
    }
    var love = new Love(Times.orNull(feedback.text("created")), Place.line(part, line), line);
    var msid = put("recording_msid", feedback, love);
    var mbid = put("recording_mbid", feedback, love);
    if (!msid && !mbid) {
      throw new Skip(Skip.NO_TRACK);
    }
  }

  private boolean put(String name, Entry feedback, Love love) throws Skip {
    var id = feedback.text(name);
    if (id != null) {
      byId.putIfAbsent(id.toLowerCase(Locale.ROOT), love);
    }
    return id != null;
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  /** The love for what was listened to here, once. */
  Optional<Love> take(Listened listened) {
    var love = byId.get(String.valueOf(listened.recordingMsid()));
    if (love == null) {
      love = byId.get(String.valueOf(listened.recordingMbid()));
    }
    return love != null && taken.add(love) ? Optional.of(love) : Optional.empty();
  }

  /** Where those stand that no listen named, in order. */
  Iterable<String> unknown() {
    var left = new TreeSet<Love>(Comparator.comparingLong(Love::line));
    left.addAll(byId.values());
    left.removeAll(taken);
    return left.stream().map(Love::place).toList();
  }
}
