package io.blendify.store.schedule;

import io.blendify.store.SqlArray;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * When silence is taken for a loss.
 *
 * @param unsentBefore a row older than this and without a message was left by a writer that died
 *     before it sent one
 * @param lostBefore a message older than this should have been worked on
 */
public record Silence(Instant now, Instant unsentBefore, Instant lostBefore) {

  /** So long before now. */
  public static Silence at(Instant now, Duration unsentAfter, Duration lostAfter) {
    return new Silence(now, now.minus(unsentAfter), now.minus(lostAfter));
  }

  /** Runs a statement on rows by their ids; where there are none, nothing. */
  static int again(JdbcOperations jdbc, String statement, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return 0;
    }
    return jdbc.prepareStatement(
        statement,
        prepared -> {
          SqlArray.uuid(prepared, 1, List.copyOf(ids));
          return prepared.executeUpdate();
        });
  }
}
