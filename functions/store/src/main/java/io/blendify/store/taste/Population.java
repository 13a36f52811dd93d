package io.blendify.store.taste;

import io.blendify.core.population.LongInts;
import io.blendify.store.SqlArray;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is common: every statement on {@code taste.population} and {@code taste.listeners}. Counts
 * are published as numbered editions and never changed, so that a blend can be computed again
 * against those that it was computed against.
 *
 * <p>Counted are people who take part in a blend and consent to it now, nobody else. Of many, a
 * sample by the hash of their ids.
 */
@Singleton
public class Population {

  /** Up to so many people the counts are made anew whenever somebody's profile changed. */
  private static final int FEW = 2_000;

  private static final int SAMPLE = 20_000;

  /** Keys asked for at once. */
  private static final int BATCH = 20_000;

  /**
   * @param people who were counted
   */
  public record Edition(int number, int people) {

    static final Edition NONE = new Edition(0, 0);
  }

  private record Latest(Edition edition, String fingerprint, Instant builtAt) {}

  private record Present(int people, String fingerprint) {}

  private final JdbcOperations jdbc;

  Population(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest edition, made anew before if people have come, gone or changed. */
  @Transactional
  public Edition current(Instant now) {
    var latest = latest();
    if (latest != null
        && latest.edition().people() > FEW
        && latest.builtAt().plusSeconds(86_400).isAfter(now)) {
      return latest.edition();
    }
    var present = present();
    if (latest != null && latest.fingerprint().equals(present.fingerprint())) {
      return latest.edition();
    }
    if (latest == null && present.people() == 0) {
      return Edition.NONE;
    }
    return publish(now);
  }

  private Edition publish(Instant now) {
    lock();
    var latest = latest();
    var present = present();
    if (latest != null && latest.fingerprint().equals(present.fingerprint())) {
      return latest.edition();
    }
    int everyNth = 1 + (present.people() - 1) / SAMPLE;
    int number = latest == null ? 1 : latest.edition().number() + 1;
    var edition = new Edition(number, present.people() / Math.max(1, everyNth));
    insert(edition, present.fingerprint(), now);
    count(edition, Math.max(1, everyNth));
    return edition;
  }

  private @Nullable Latest latest() {
    return jdbc.prepareStatement(
        """
        SELECT edition, people, fingerprint, built_at
        FROM taste.population
        ORDER BY edition DESC
        LIMIT 1
        """,
        statement -> {
          try (var rows = statement.executeQuery()) {
            return rows.next()
                ? new Latest(
                    new Edition(rows.getInt("edition"), rows.getInt("people")),
                    rows.getString("fingerprint"),
                    rows.getObject("built_at", OffsetDateTime.class).toInstant())
                : null;
          }
        });
  }

  private Present present() {
    return jdbc.prepareStatement(
        """
        SELECT count(*) AS people,
               COALESCE(sum(hashtextextended(p.user_id::text || extract(epoch FROM p.built_at)::text, 0)), 0)::text
                 AS fingerprint
        FROM taste.profiles p
        WHERE p.user_id IN (SELECT c.user_id FROM taste.consenting_people c)
        """,
        statement -> {
          try (var rows = statement.executeQuery()) {
            rows.next();
            return new Present(rows.getInt("people"), rows.getString("fingerprint"));
          }
        });
  }

  private void lock() {
    jdbc.prepareStatement(
        "SELECT pg_advisory_xact_lock(hashtextextended('taste.population', 0))",
        statement -> statement.execute());
  }

  private void insert(Edition edition, String fingerprint, Instant now) {
    jdbc.prepareStatement(
        "INSERT INTO taste.population (edition, people, fingerprint, built_at) VALUES (?, ?, ?, ?)",
        statement -> {
          statement.setInt(1, edition.number());
          statement.setInt(2, edition.people());
          statement.setString(3, fingerprint);
          statement.setObject(4, now.atOffset(ZoneOffset.UTC));
          return statement.executeUpdate();
        });
  }

  /** Writes only the counts that differ from those that held before. One alone is no row. */
  private void count(Edition edition, int everyNth) {
    jdbc.prepareStatement(
        """
        WITH counted AS (
          SELECT k.kind, k.key, count(*)::int AS listeners
          FROM taste.profiles p
          CROSS JOIN LATERAL (
            SELECT 'artist' AS kind, a.key FROM unnest(p.artist_keys) AS a (key)
            UNION SELECT 'genre', g.key FROM unnest(p.genre_keys) AS g (key)
            UNION SELECT 'recording', COALESCE(
              (SELECT min(m.into_id) FROM catalog.recording_merges m
               WHERE m.recording_id = r.key::bigint), r.key::bigint)::text
            FROM unnest(p.recording_keys) AS r (key)
          ) AS k
          WHERE p.user_id IN (SELECT c.user_id FROM taste.consenting_people c)
            AND (? = 1 OR mod(abs(hashtext(p.user_id::text)::bigint), ?) = 0)
          GROUP BY k.kind, k.key
          HAVING count(*) > 1
        ), held AS (
          SELECT DISTINCT ON (kind, key) kind, key, listeners
          FROM taste.listeners
          ORDER BY kind, key, edition DESC
        )
        INSERT INTO taste.listeners (kind, key, edition, listeners)
        SELECT kind, key, ?, COALESCE(c.listeners, 1)
        FROM counted c
        FULL JOIN held h USING (kind, key)
        WHERE COALESCE(c.listeners, 1) <> COALESCE(h.listeners, 1)
        """,
        statement -> {
          statement.setInt(1, everyNth);
          statement.setInt(2, everyNth);
          statement.setInt(3, edition.number());
          return statement.executeUpdate();
        });
  }

  /** By key, in how many profiles it stands; who is missing stands in one at most. */
  @Transactional
  public Map<String, Integer> listeners(int edition, String kind, List<String> keys) {
    Map<String, Integer> listeners = new HashMap<>();
    for (int from = 0; from < keys.size(); from += BATCH) {
      listeners.putAll(
          listenersOf(edition, kind, keys.subList(from, Math.min(keys.size(), from + BATCH))));
    }
    return listeners;
  }

  private Map<String, Integer> listenersOf(int edition, String kind, List<String> keys) {
    return jdbc.prepareStatement(
        """
        SELECT DISTINCT ON (key) key, listeners
        FROM taste.listeners
        WHERE kind = ? AND key = ANY (?) AND edition <= ?
        ORDER BY key, edition DESC
        """,
        statement -> {
          statement.setString(1, kind);
          SqlArray.text(statement, 2, keys);
          statement.setInt(3, edition);
          Map<String, Integer> listeners = new HashMap<>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              listeners.put(rows.getString("key"), rows.getInt("listeners"));
            }
          }
          return listeners;
        });
  }

  /** Likewise of recordings. */
  @Transactional
  public LongInts recordingListeners(int edition, long[] recordings) {
    return jdbc.prepareStatement(
        """
        SELECT DISTINCT ON (key) key::bigint AS recording, listeners
        FROM taste.listeners
        WHERE kind = 'recording' AND key = ANY (?::bigint[]::text[]) AND edition <= ?
        ORDER BY key, edition DESC
        """,
        statement -> {
          SqlArray.bigint(statement, 1, recordings);
          statement.setInt(2, edition);
          var listeners = new LongInts(recordings.length);
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              listeners.put(rows.getLong("recording"), rows.getInt("listeners"));
            }
          }
          return listeners;
        });
  }

  /** How many people that edition counted; 0 for the edition 0, before the first. */
  @Transactional
  public Edition edition(int number) {
    return jdbc.prepareStatement(
        "SELECT people FROM taste.population WHERE edition = ?",
        statement -> {
          statement.setInt(1, number);
          try (var rows = statement.executeQuery()) {
            return rows.next() ? new Edition(number, rows.getInt("people")) : Edition.NONE;
          }
        });
  }
}
