package io.blendify.store.history;

import io.blendify.core.ProviderId;
import io.blendify.store.SqlArray;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every statement on {@code history.plays}. */
@Singleton
public class Plays {

  private final JdbcOperations jdbc;

  Plays(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Appends the plays that are not known. A play of the same item within the same second is the
   * same play: providers have sent one again with another millisecond part.
   *
   * @return how many were new
   */
  @Transactional
  public int append(Run run, List<PlayEntry> plays) {
    if (plays.isEmpty()) {
      return 0;
    }
    return jdbc.prepareStatement(
        """
        INSERT INTO history.plays (
          user_id, provider, played_at, item_id, version_id, ms_played, context_uri, device,
          observed_at, job_id)
        SELECT ?, ?, p.played_at, p.item_id, p.version_id, p.ms_played, p.context_uri,
               p.device, ?, ?
        FROM (
          SELECT DISTINCT ON (item_id, date_trunc('second', played_at))
                 item_id, version_id, played_at, ms_played, context_uri, device
          FROM unnest(?, ?, ?, ?, ?, ?)
            AS e (item_id, version_id, played_at, ms_played, context_uri, device)
          ORDER BY item_id, date_trunc('second', played_at), played_at) p
        WHERE NOT EXISTS (
          SELECT FROM history.plays h
          WHERE h.user_id = ? AND h.provider = ? AND h.item_id = p.item_id
            AND h.played_at >= date_trunc('second', p.played_at)
            AND h.played_at < date_trunc('second', p.played_at) + interval '1 second')
        ORDER BY p.played_at, p.item_id
        ON CONFLICT (user_id, played_at, provider, item_id) DO NOTHING
        """,
        statement -> {
          statement.setObject(1, run.userId());
          statement.setString(2, run.provider().value());
          statement.setObject(3, run.observedAt().atOffset(ZoneOffset.UTC));
          statement.setObject(4, run.jobId());
          SqlArray.bigint(statement, 5, plays.stream().map(p -> p.item().itemId()).toList());
          SqlArray.bigint(statement, 6, plays.stream().map(p -> p.item().versionId()).toList());
          SqlArray.timestamptz(statement, 7, plays.stream().map(PlayEntry::playedAt).toList());
          SqlArray.integer(statement, 8, plays.stream().map(PlayEntry::msPlayed).toList());
          SqlArray.text(statement, 9, plays.stream().map(PlayEntry::contextUri).toList());
          SqlArray.text(statement, 10, plays.stream().map(PlayEntry::device).toList());
          statement.setObject(11, run.userId());
          statement.setString(12, run.provider().value());
          return statement.executeUpdate();
        });
  }

  /** The newest play known through that provider; null where there is none. */
  @Transactional
  public @Nullable Instant newest(UUID userId, ProviderId provider) {
    return jdbc.prepareStatement(
        """
        SELECT played_at
        FROM history.plays
        WHERE user_id = ? AND provider = ?
        ORDER BY played_at DESC
        LIMIT 1
        """,
        statement -> {
          statement.setObject(1, userId);
          statement.setString(2, provider.value());
          try (var rows = statement.executeQuery()) {
            return rows.next()
                ? rows.getObject("played_at", OffsetDateTime.class).toInstant()
                : null;
          }
        });
  }
}
