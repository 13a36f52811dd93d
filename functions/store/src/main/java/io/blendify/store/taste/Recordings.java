package io.blendify.store.taste;

import io.blendify.core.Isrc;
import io.blendify.core.recording.Claim;
import io.blendify.core.recording.RecordingKeys;
import io.blendify.store.SqlArray;
import io.blendify.store.taste.RecordingLinker.Link;
import io.blendify.store.taste.RecordingLinker.Merge;
import io.blendify.store.taste.RecordingLinker.Unlinked;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which recording an item is: every statement on {@code catalog.recordings}, its keys, its evidence
 * and its merges. Rows are added only.
 *
 * <p>An item's first evidence says for good under which number it stands in profiles. Where an ISRC
 * shows later that two recordings are one, a merge is written from the higher number to the lowest
 * of all that are now one; whoever compares recordings reads the merges up to a mark, so that what
 * was computed before the merge can be computed again as it was.
 */
@Singleton
public class Recordings {

  /** One writer at a time, so that no recording is made twice and rows are committed in order. */
  private static final long LOCK = 0x7265636f7264L;

  private final JdbcOperations jdbc;

  Recordings(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Links the tracks among these versions that have no recording yet, or a new ISRC. */
  @Transactional
  public void link(Collection<Long> versions, Instant now) {
    if (unlinked(versions).isEmpty()) {
      return;
    }
    lock();
    var unlinked = unlinked(versions);
    var linker = new RecordingLinker(unlinked, known(unlinked));
    var fresh = create(linker.wanted(), now);
    append(linker.links(fresh), now);
    keep(linker.links(fresh));
    merge(linker.merges(fresh), now);
  }

  private void lock() {
    jdbc.prepareStatement(
        "SELECT pg_advisory_xact_lock(?)",
        statement -> {
          statement.setLong(1, LOCK);
          return statement.execute();
        });
  }

  private List<Unlinked> unlinked(Collection<Long> versions) {
    return jdbc.prepareStatement(
        """
        SELECT DISTINCT ON (v.item_id) v.item_id, v.id, v.name, v.artist_name, v.artist_names,
               v.duration_ms, v.isrc,
               (SELECT COALESCE(min(m.into_id), min(e.recording_id))
                FROM (SELECT recording_id FROM catalog.recording_evidence
                      WHERE item_id = v.item_id ORDER BY id LIMIT 1) AS e
                LEFT JOIN catalog.recording_merges m ON m.recording_id = e.recording_id)
                 AS recording_id
        FROM catalog.item_versions v
        JOIN catalog.items i ON i.id = v.item_id
        WHERE v.id = ANY (?) AND i.kind = 'track'
          AND NOT EXISTS (
            SELECT FROM catalog.recording_evidence e
            WHERE e.item_id = v.item_id
              AND (v.isrc IS NULL OR e.inputs ->> 'isrc' = upper(replace(v.isrc, '-', ''))))
        ORDER BY v.item_id, v.isrc IS NULL, v.id DESC
        """,
        statement -> {
          SqlArray.bigint(statement, 1, List.copyOf(versions));
          var all = new ArrayList<Unlinked>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              all.add(unlinked(rows));
            }
          }
          return all;
        });
  }

  private static Unlinked unlinked(ResultSet rows) throws SQLException {
    int duration = rows.getInt("duration_ms");
    var claim =
        new Claim(
            rows.getString("name"),
            ArtistNames.of(rows),
            duration == 0 ? null : duration,
            Isrc.parse(rows.getString("isrc")));
    return new Unlinked(rows.getLong("item_id"), rows.getLong("recording_id"), claim);
  }

  /** What is known under the keys of these items, merged recordings as the one that they became. */
  private List<RecordingLinker.Known> known(List<Unlinked> unlinked) {
    var keys =
        unlinked.stream()
            .flatMap(item -> RecordingLinker.keys(RecordingKeys.of(item.claim())).stream())
            .distinct()
            .toList();
    return jdbc.prepareStatement(
        """
        SELECT k.key, k.duration_ms,
               COALESCE((SELECT min(m.into_id) FROM catalog.recording_merges m
                         WHERE m.recording_id = k.recording_id), k.recording_id) AS recording_id
        FROM catalog.recording_keys k
        WHERE k.key = ANY (?)
        ORDER BY k.recording_id, k.key
        """,
        statement -> {
          SqlArray.text(statement, 1, keys);
          var all = new ArrayList<RecordingLinker.Known>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              int duration = rows.getInt("duration_ms");
              all.add(
                  new RecordingLinker.Known(
                      rows.getString("key"),
                      rows.getLong("recording_id"),
                      duration == 0 ? null : duration));
            }
          }
          return all;
        });
  }

  private List<Long> create(int count, Instant now) {
    return jdbc.prepareStatement(
        """
        INSERT INTO catalog.recordings (created_at)
        SELECT ? FROM generate_series(1, ?)
        RETURNING id
        """,
        statement -> {
          statement.setObject(1, now.atOffset(ZoneOffset.UTC));
          statement.setInt(2, count);
          var ids = new ArrayList<Long>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              ids.add(rows.getLong("id"));
            }
          }
          ids.sort(null);
          return ids;
        });
  }

  private void append(List<Link> links, Instant now) {
    jdbc.prepareStatement(
        """
        INSERT INTO catalog.recording_evidence (
          item_id, recording_id, rule, inputs, confidence, version, created_at)
        SELECT item_id, recording_id, rule,
               jsonb_strip_nulls(jsonb_build_object('isrc', isrc, 'key', key)), confidence, ?, ?
        FROM unnest(?, ?, ?, ?, ?, ?) AS l (item_id, recording_id, rule, isrc, key, confidence)
        ORDER BY item_id
        ON CONFLICT (item_id, recording_id, rule, version) DO NOTHING
        """,
        statement -> {
          statement.setInt(1, RecordingKeys.VERSION);
          statement.setObject(2, now.atOffset(ZoneOffset.UTC));
          SqlArray.bigint(statement, 3, links.stream().map(Link::item).toList());
          SqlArray.bigint(statement, 4, links.stream().map(Link::recording).toList());
          SqlArray.text(statement, 5, links.stream().map(Link::rule).toList());
          SqlArray.text(statement, 6, links.stream().map(Link::isrc).toList());
          SqlArray.text(statement, 7, links.stream().map(Link::key).toList());
          var confidences = links.stream().map(Link::confidence).toArray();
          statement.setArray(8, statement.getConnection().createArrayOf("real", confidences));
          return statement.executeUpdate();
        });
  }

  private void keep(List<Link> links) {
    var keys = new ArrayList<String>();
    var recordings = new ArrayList<Long>();
    var durations = new ArrayList<Integer>();
    for (var link : links) {
      for (var key : link.kept()) {
        keys.add(key);
        recordings.add(link.recording());
        durations.add(link.durationMs());
      }
    }
    jdbc.prepareStatement(
        """
        INSERT INTO catalog.recording_keys (key, recording_id, duration_ms)
        SELECT key, recording_id, duration_ms
        FROM unnest(?, ?, ?) WITH ORDINALITY AS k (key, recording_id, duration_ms, place)
        ORDER BY place
        ON CONFLICT (key, recording_id) DO NOTHING
        """,
        statement -> {
          SqlArray.text(statement, 1, keys);
          SqlArray.bigint(statement, 2, recordings);
          SqlArray.integer(statement, 3, durations);
          return statement.executeUpdate();
        });
  }

  /** Also whatever had become the one that goes now becomes the one that stays. */
  private void merge(List<Merge> merges, Instant now) {
    for (var merge : merges) {
      jdbc.prepareStatement(
          """
          INSERT INTO catalog.recording_merges (recording_id, into_id, isrc, created_at)
          SELECT recording_id, ?, ?, ?
          FROM (
            SELECT CAST(? AS bigint) AS recording_id
            UNION SELECT recording_id FROM catalog.recording_merges WHERE into_id = ?
          ) AS gone
          ORDER BY recording_id
          ON CONFLICT (recording_id, into_id) DO NOTHING
          """,
          statement -> {
            statement.setLong(1, merge.into());
            statement.setString(2, merge.isrc());
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            statement.setLong(4, merge.recording());
            statement.setLong(5, merge.recording());
            return statement.executeUpdate();
          });
    }
  }

  /** How far the merges go now. */
  @Transactional
  public long mergeMark() {
    return jdbc.prepareStatement(
        "SELECT COALESCE(max(id), 0) AS mark FROM catalog.recording_merges",
        statement -> {
          try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong("mark");
          }
        });
  }

  /**
   * Title and artists of recordings as they were first recognised, normalised: the same in every
   * database, and for good. What has none is left out.
   */
  @Transactional
  public Map<Long, String> titles(Collection<Long> ids) {
    return jdbc.prepareStatement(
        """
        SELECT recording_id, min(inputs ->> 'key') AS title
        FROM catalog.recording_evidence
        WHERE rule = 'new' AND recording_id = ANY (?) AND inputs ->> 'key' IS NOT NULL
        GROUP BY recording_id
        """,
        statement -> {
          SqlArray.bigint(statement, 1, List.copyOf(ids));
          Map<Long, String> titles = new HashMap<>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              titles.put(rows.getLong("recording_id"), rows.getString("title"));
            }
          }
          return titles;
        });
  }

  /** Which recordings became which others, as it was known at that mark. */
  @Transactional
  public Map<Long, Long> merged(long mark) {
    return jdbc.prepareStatement(
        """
        SELECT recording_id, min(into_id) AS into_id
        FROM catalog.recording_merges
        WHERE id <= ?
        GROUP BY recording_id
        """,
        statement -> {
          statement.setLong(1, mark);
          Map<Long, Long> merged = new HashMap<>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              merged.put(rows.getLong("recording_id"), rows.getLong("into_id"));
            }
          }
          return merged;
        });
  }

  /** Names for people, "Title by Artist": of the first item that was known to be the recording. */
  @Transactional
  public Map<Long, String> names(Collection<Long> recordings) {
    return jdbc.prepareStatement(
        """
        SELECT DISTINCT ON (e.recording_id) e.recording_id, v.name, v.artist_name
        FROM catalog.recording_evidence e
        JOIN catalog.item_versions v ON v.item_id = e.item_id
        WHERE e.recording_id = ANY (?)
        ORDER BY e.recording_id, e.id, v.id
        """,
        statement -> {
          SqlArray.bigint(statement, 1, List.copyOf(recordings));
          Map<Long, String> names = new HashMap<>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              var artist = rows.getString("artist_name");
              var by = artist == null ? "" : " by " + artist;
              names.put(rows.getLong("recording_id"), rows.getString("name") + by);
            }
          }
          return names;
        });
  }
}
