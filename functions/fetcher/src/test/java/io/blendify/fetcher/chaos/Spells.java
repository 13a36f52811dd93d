package io.blendify.fetcher.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How long the provider may answer as if what is there were gone, and still nothing may be
 * believed: any number of such answers, true ones between them or not, as long as a spell of them
 * is shorter than the day over which looks are spread, and the next spell comes later than looks
 * may lie apart.
 */
final class Spells {

  private static final Duration LONGEST = Duration.ofHours(20);
  private static final Duration REST = Duration.ofHours(48);

  private final Map<String, Instant> begun = new HashMap<>();

  /** Whether the person is under a spell, or one may begin. */
  boolean mayLie(String person, Instant now) {
    var since = begun.get(person);
    if (since == null || now.isAfter(since.plus(LONGEST).plus(REST))) {
      begun.put(person, now);
      return true;
    }
    return isUnder(person, now);
  }

  boolean isUnder(String person, Instant now) {
    var since = begun.get(person);
    return since != null && now.isBefore(since.plus(LONGEST));
  }
}
