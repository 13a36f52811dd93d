package io.blendify.store.taste;

import io.blendify.core.item.Kind;
import io.blendify.core.sync.Resource;
import io.blendify.core.taste.TasteFacts;
import io.blendify.core.taste.TasteFacts.Described;
import io.blendify.core.taste.TasteSource;
import io.blendify.store.SqlArray;
import io.blendify.store.taste.TasteInputs.Watermark;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What certain rows of one person's history say, for a profile: a handful of statements, whatever
 * their number. Which rows, {@link TasteMoments} tells.
 */
@Singleton
public class TasteHistory {

  /** After so many days a play counts half: a season of listening, not a week's mood. */
  private static final int PLAY_HALF_LIFE_DAYS = 180;

  private final JdbcOperations jdbc;

  TasteHistory(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What those rows say. Throws IllegalStateException where they are not the same any more, because
   * some of them were erased.
   */
  @Transactional
  public TasteRows read(UUID user, TasteInputs inputs) {
    if (!unchanged(user, inputs)) {
      throw new IllegalStateException("history of " + user + " is not what it was: " + inputs);
    }
    return new TasteRows(
        ranked(user, inputs), saved(user, inputs), listed(user, inputs), played(user, inputs));
  }

  private boolean unchanged(UUID user, TasteInputs inputs) {
    return Rows.query(
            jdbc,
            """
            SELECT (SELECT count(*) FROM history.lists WHERE user_id = ? AND id = ANY (?)) = ?
              AND NOT EXISTS (
                SELECT FROM unnest(?, ?, ?, ?) AS w (provider, resource, id, row_count)
                WHERE row_count <> (
                  SELECT count(*) FROM history.memberships m
                  WHERE m.user_id = ? AND m.provider = w.provider AND m.resource = w.resource
                    AND m.id <= w.id))
              AND NOT EXISTS (
                SELECT FROM unnest(?, ?, ?, ?) AS w (provider, resource, id, row_count)
                WHERE row_count <> (
                  SELECT count(*) FROM history.plays p
                  WHERE p.user_id = ? AND p.provider = w.provider AND p.id <= w.id)) AS unchanged
            """,
            statement -> {
              statement.setObject(1, user);
              SqlArray.bigint(statement, 2, inputs.lists());
              statement.setLong(3, inputs.lists().size());
              int next = bindCounted(statement, 4, inputs.memberships());
              statement.setObject(next++, user);
              next = bindCounted(statement, next, inputs.plays());
              statement.setObject(next, user);
            },
            rows -> rows.getBoolean("unchanged"))
        .getFirst();
  }

  private List<TasteFacts.Ranked> ranked(UUID user, TasteInputs inputs) {
    return Rows.query(
        jdbc,
        """
        SELECT l.provider, l.resource, l.list_key, e.version_id, e.place
        FROM history.lists l
        CROSS JOIN LATERAL unnest(l.version_ids) WITH ORDINALITY AS e (version_id, place)
        WHERE l.user_id = ? AND l.id = ANY (?) AND l.resource <> 'playlist_tracks'
          AND e.version_id IS NOT NULL
        ORDER BY l.provider, l.resource, l.list_key, e.place
        """,
        statement -> {
          statement.setObject(1, user);
          SqlArray.bigint(statement, 2, inputs.lists());
        },
        rows ->
            new TasteFacts.Ranked(
                rankedSource(rows), rows.getLong("version_id"), rows.getInt("place")));
  }

  /** Plays without a time come as a list: a weaker sign than a top list, and no count of plays. */
  private static TasteSource rankedSource(ResultSet rows) throws SQLException {
    var resource = rows.getString("resource");
    boolean isPlays = resource.equals(Resource.RECENTLY_PLAYED.label());
    return new TasteSource(
        rows.getString("provider"),
        resource,
        isPlays ? TasteSource.UNTIMED : rows.getString("list_key"));
  }

  private List<TasteFacts.Saved> saved(UUID user, TasteInputs inputs) {
    return Rows.query(
        jdbc,
        """
        SELECT provider, resource, version_id, member_since
        FROM (
          SELECT DISTINCT ON (m.provider, m.resource, m.item_id)
                 m.provider, m.resource, m.item_id, m.version_id, m.member_since, m.action
          FROM history.memberships m
          JOIN unnest(?, ?, ?) AS w (provider, resource, id)
            ON w.provider = m.provider AND w.resource = m.resource AND m.id <= w.id
          WHERE m.user_id = ? AND m.resource <> 'playlists'
          ORDER BY m.provider, m.resource, m.item_id, m.observed_at DESC, m.id DESC
        ) AS newest
        WHERE action <> 'removed'
          AND NOT EXISTS (
            SELECT FROM unnest(?, ?) AS x (since, until)
            WHERE member_since >= x.since::timestamptz AND member_since < x.until::timestamptz)
        ORDER BY provider, resource, item_id
        """,
        statement -> {
          int next = bind(statement, 1, inputs.memberships());
          statement.setObject(next++, user);
          bindPeriods(statement, next, inputs.without());
        },
        rows ->
            new TasteFacts.Saved(
                new TasteSource(rows.getString("provider"), rows.getString("resource"), ""),
                rows.getLong("version_id"),
                instant(rows, "member_since")));
  }

  private List<TasteFacts.Listed> listed(UUID user, TasteInputs inputs) {
    return Rows.query(
        jdbc,
        """
        WITH newest AS (
          SELECT DISTINCT ON (m.provider, m.item_id) m.provider, m.item_id, m.version_id, m.action
          FROM history.memberships m
          JOIN unnest(?, ?, ?) AS w (provider, resource, id)
            ON w.provider = m.provider AND w.resource = m.resource AND m.id <= w.id
          WHERE m.user_id = ? AND m.resource = 'playlists'
          ORDER BY m.provider, m.item_id, m.observed_at DESC, m.id DESC
        ), playlist AS (
          SELECT n.provider, i.provider_item_id, v.owner_id IS NULL OR o.owner IS NOT NULL AS own
          FROM newest n
          JOIN catalog.items i ON i.id = n.item_id
          JOIN catalog.item_versions v ON v.id = n.version_id
          LEFT JOIN unnest(?, ?) AS o (provider, owner)
            ON o.provider = n.provider AND o.owner = v.owner_id
          WHERE n.action <> 'removed'
        )
        SELECT l.provider, p.own, e.version_id, count(DISTINCT l.id) AS playlists
        FROM history.lists l
        JOIN playlist p ON p.provider = l.provider AND p.provider_item_id = l.list_key
        CROSS JOIN LATERAL unnest(l.version_ids, l.added_at) AS e (version_id, added_at)
        WHERE l.user_id = ? AND l.id = ANY (?) AND l.resource = 'playlist_tracks'
          AND e.version_id IS NOT NULL
          AND NOT EXISTS (
            SELECT FROM unnest(?, ?) AS x (provider, id)
            WHERE x.provider = l.provider AND x.id = l.list_key)
          AND NOT EXISTS (
            SELECT FROM unnest(?, ?) AS x (since, until)
            WHERE e.added_at >= x.since::timestamptz AND e.added_at < x.until::timestamptz)
        GROUP BY l.provider, p.own, e.version_id
        ORDER BY l.provider, p.own, e.version_id
        """,
        statement -> {
          int next = bind(statement, 1, inputs.memberships());
          statement.setObject(next++, user);
          SqlArray.text(statement, next++, List.copyOf(inputs.owners().keySet()));
          SqlArray.text(statement, next++, List.copyOf(inputs.owners().values()));
          statement.setObject(next++, user);
          SqlArray.bigint(statement, next++, inputs.lists());
          var playlists = inputs.without().playlists();
          SqlArray.text(
              statement, next++, playlists.stream().map(Without.Playlist::provider).toList());
          SqlArray.text(statement, next++, playlists.stream().map(Without.Playlist::id).toList());
          bindPeriods(statement, next, inputs.without());
        },
        rows ->
            new TasteFacts.Listed(
                new TasteSource(
                    rows.getString("provider"),
                    Resource.PLAYLIST_TRACKS.label(),
                    rows.getBoolean("own") ? TasteSource.OWN : TasteSource.FOLLOWED),
                rows.getLong("version_id"),
                rows.getInt("playlists")));
  }

  /** Ages count from the newest play, so that a profile does not change because time goes by. */
  private List<TasteFacts.Played> played(UUID user, TasteInputs inputs) {
    return Rows.query(
        jdbc,
        """
        WITH play AS (
          SELECT p.provider, p.item_id, p.version_id, p.played_at,
                 max(p.played_at) OVER () AS newest
          FROM history.plays p
          JOIN unnest(?, ?, ?) AS w (provider, resource, id)
            ON w.provider = p.provider AND p.id <= w.id
          WHERE p.user_id = ? AND (p.ms_played IS NULL OR p.ms_played >= 30000)
            AND NOT EXISTS (
              SELECT FROM unnest(?, ?) AS x (since, until)
              WHERE p.played_at >= x.since::timestamptz AND p.played_at < x.until::timestamptz)
            AND (p.device IS NULL OR p.device <> ALL (?))
        )
        SELECT provider, max(version_id) AS version_id, count(*) AS plays,
               sum(round(1000000 * power(0.5::float8,
                 extract(epoch FROM newest - played_at)::float8 / 86400 / ?)))::bigint AS recent
        FROM play
        GROUP BY provider, item_id
        ORDER BY provider, item_id
        """,
        statement -> {
          int next = bind(statement, 1, inputs.plays());
          statement.setObject(next++, user);
          next = bindPeriods(statement, next, inputs.without());
          SqlArray.text(statement, next++, inputs.without().devices());
          statement.setInt(next, PLAY_HALF_LIFE_DAYS);
        },
        rows ->
            new TasteFacts.Played(
                new TasteSource(rows.getString("provider"), Resource.RECENTLY_PLAYED.label(), ""),
                rows.getLong("version_id"),
                rows.getInt("plays"),
                rows.getLong("recent")));
  }

  /** What those versions are. A track has a recording once {@link Recordings} has seen it. */
  @Transactional
  public Map<Long, Described> describe(Collection<Long> versions) {
    Map<Long, Described> described = new HashMap<>();
    Rows.query(
        jdbc,
        """
        SELECT v.id, i.kind, v.name, v.artist_name, v.artist_names, v.genres, v.explicit,
               (SELECT e.recording_id FROM catalog.recording_evidence e
                WHERE e.item_id = v.item_id ORDER BY e.id LIMIT 1) AS recording_id
        FROM catalog.item_versions v
        JOIN catalog.items i ON i.id = v.item_id
        WHERE v.id = ANY (?)
        ORDER BY v.id
        """,
        statement -> SqlArray.bigint(statement, 1, List.copyOf(versions)),
        rows -> described.put(rows.getLong("id"), described(rows)));
    return described;
  }

  private static Described described(ResultSet rows) throws SQLException {
    var explicit = rows.getBoolean("explicit");
    var isExplicit = rows.wasNull() ? null : explicit;
    return new Described(
        rows.getLong("id"),
        Kind.of(rows.getString("kind")),
        rows.getLong("recording_id"),
        rows.getString("name"),
        ArtistNames.of(rows),
        texts(rows, "genres"),
        isExplicit);
  }

  static List<String> texts(ResultSet rows, String column) throws SQLException {
    var array = rows.getArray(column);
    return array == null
        ? List.of()
        : Arrays.stream((String[]) array.getArray()).filter(text -> text != null).toList();
  }

  private static @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
    var time = rows.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static int bind(PreparedStatement statement, int from, List<Watermark> watermarks)
      throws SQLException {
    SqlArray.text(statement, from, watermarks.stream().map(Watermark::provider).toList());
    SqlArray.text(statement, from + 1, watermarks.stream().map(Watermark::resource).toList());
    SqlArray.bigint(statement, from + 2, watermarks.stream().map(Watermark::id).toList());
    return from + 3;
  }

  private static int bindCounted(PreparedStatement statement, int from, List<Watermark> watermarks)
      throws SQLException {
    int next = bind(statement, from, watermarks);
    SqlArray.bigint(statement, next, watermarks.stream().map(Watermark::rows).toList());
    return next + 1;
  }

  private static int bindPeriods(PreparedStatement statement, int from, Without without)
      throws SQLException {
    var periods = without.periods();
    SqlArray.text(statement, from, periods.stream().map(Without.Period::sinceText).toList());
    SqlArray.text(statement, from + 1, periods.stream().map(Without.Period::untilText).toList());
    return from + 2;
  }
}
