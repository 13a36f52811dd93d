package io.blendify.store.sync;

import io.blendify.core.ProviderId;
import io.blendify.store.history.Entries;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a complete reading of the playlists means for the listings of what they hold. All of it
 * writes only where something differs from what is there.
 */
@Singleton
final class PlaylistListings {

  private final JdbcOperations jdbc;
  private final SyncJobs jobs;

  PlaylistListings(JdbcOperations jdbc, SyncJobs jobs) {
    this.jdbc = jdbc;
    this.jobs = jobs;
  }

  /**
   * Enlists new playlists, marks those that are gone or withheld, and writes a job for each whose
   * content was never read in the version that it has now.
   *
   * @return the jobs; their messages are still to be sent
   */
  List<OutgoingJob> follow(SyncJob playlists, Entries entries, Instant now) {
    enlist(playlists, entries, now);
    unmark(playlists.connectionId(), entries, now);
    var gone = markGone(playlists.connectionId(), entries, now);
    if (!gone.isEmpty()) {
      jobs.endOfGonePlaylists(playlists.connectionId(), gone, now);
    }
    return startChanged(playlists, entries, now);
  }

  private void enlist(SyncJob playlists, Entries entries, Instant now) {
    jdbc.prepareStatement(
        """
        INSERT INTO provider_sync_status (
          connection_id, resource, list_key, user_id, provider, updated_at)
        SELECT DISTINCT CAST(? AS uuid), 'playlist_tracks', i.provider_item_id, CAST(? AS uuid),
               i.provider, CAST(? AS timestamptz)
        FROM sync_entries(?, ?, ?, ?, ?, ?, ?) e
        JOIN catalog.items i ON i.id = e.item_id
        WHERE NOT EXISTS (
          SELECT FROM provider_sync_status s
          WHERE s.connection_id = ? AND s.resource = 'playlist_tracks'
            AND s.list_key = i.provider_item_id)
        ON CONFLICT (connection_id, resource, list_key) DO NOTHING
        """,
        statement -> {
          statement.setObject(1, playlists.connectionId());
          statement.setObject(2, playlists.userId());
          statement.setObject(3, now.atOffset(ZoneOffset.UTC));
          int next = entries.bind(statement, 4);
          statement.setObject(next, playlists.connectionId());
          return statement.executeUpdate();
        });
  }

  /** A playlist that came back is no longer gone; one without content is withheld, others not. */
  private void unmark(UUID connectionId, Entries entries, Instant now) {
    jdbc.prepareStatement(
        """
        UPDATE provider_sync_status s
        SET reason = p.reason, detail = p.reason, updated_at = ?
        FROM (
          SELECT i.provider_item_id AS list_key,
                 CASE WHEN v.total_tracks IS NULL THEN 'withheld' END AS reason
          FROM sync_entries(?, ?, ?, ?, ?, ?, ?) e
          JOIN catalog.items i ON i.id = e.item_id
          JOIN catalog.item_versions v ON v.id = e.version_id) p
        WHERE s.connection_id = ? AND s.resource = 'playlist_tracks' AND s.list_key = p.list_key
          AND (p.reason IS NOT NULL AND s.reason IS DISTINCT FROM p.reason
            OR p.reason IS NULL AND s.reason = 'gone' AND s.detail = 'no longer in the playlists')
        """,
        statement -> {
          statement.setObject(1, now.atOffset(ZoneOffset.UTC));
          int next = entries.bind(statement, 2);
          statement.setObject(next, connectionId);
          return statement.executeUpdate();
        });
  }

  private List<String> markGone(UUID connectionId, Entries entries, Instant now) {
    return jdbc.prepareStatement(
        """
        UPDATE provider_sync_status s
        SET reason = 'gone', detail = 'no longer in the playlists', next_due_at = NULL,
            updated_at = ?
        WHERE s.connection_id = ? AND s.resource = 'playlist_tracks'
          AND (s.reason IS DISTINCT FROM 'gone' OR s.detail <> 'no longer in the playlists')
          AND s.list_key NOT IN (
            SELECT i.provider_item_id
            FROM sync_entries(?, ?, ?, ?, ?, ?, ?) e
            JOIN catalog.items i ON i.id = e.item_id)
        RETURNING s.list_key
        """,
        statement -> {
          statement.setObject(1, now.atOffset(ZoneOffset.UTC));
          statement.setObject(2, connectionId);
          entries.bind(statement, 3);
          return listKeys(statement);
        });
  }

  private static List<String> listKeys(PreparedStatement statement) throws SQLException {
    var keys = new ArrayList<String>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        keys.add(rows.getString("list_key"));
      }
    }
    return keys;
  }

  private List<OutgoingJob> startChanged(SyncJob playlists, Entries entries, Instant now) {
    return jdbc.prepareStatement(
        """
        INSERT INTO sync_jobs (
          id, user_id, connection_id, provider, resource, list_key, trigger, status, parameters,
          not_before, created_at, updated_at)
        SELECT gen_random_uuid(), s.user_id, s.connection_id, s.provider, s.resource, s.list_key,
               ?, 'pending', jsonb_strip_nulls(
                 jsonb_build_object('version', p.version, 'expected', p.total_tracks)), ?, ?, ?
        FROM (
          SELECT DISTINCT ON (i.provider_item_id)
                 i.provider_item_id AS list_key, e.provider_version AS version,
                 v.total_tracks
          FROM sync_entries(?, ?, ?, ?, ?, ?, ?) e
          JOIN catalog.items i ON i.id = e.item_id
          JOIN catalog.item_versions v ON v.id = e.version_id
          WHERE v.total_tracks IS NOT NULL
          ORDER BY i.provider_item_id, e.place) p
        JOIN provider_sync_status s ON s.list_key = p.list_key
        WHERE s.connection_id = ? AND s.resource = 'playlist_tracks'
          AND (p.version IS NULL OR s.provider_version IS DISTINCT FROM p.version)
          AND (s.reason IS NULL OR s.reason NOT IN ('reconnect_required', 'disabled', 'unsupported'))
        ORDER BY s.list_key
        ON CONFLICT (connection_id, resource, list_key)
          WHERE status IN ('pending', 'running', 'parked') DO NOTHING
        RETURNING id
        """,
        statement -> {
          statement.setString(1, playlists.trigger());
          statement.setObject(2, now.atOffset(ZoneOffset.UTC));
          statement.setObject(3, now.atOffset(ZoneOffset.UTC));
          statement.setObject(4, now.atOffset(ZoneOffset.UTC));
          int next = entries.bind(statement, 5);
          statement.setObject(next, playlists.connectionId());
          return started(statement, playlists.provider());
        });
  }

  private static List<OutgoingJob> started(PreparedStatement statement, ProviderId provider)
      throws SQLException {
    var started = new ArrayList<OutgoingJob>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        started.add(new OutgoingJob(rows.getObject("id", UUID.class), provider));
      }
    }
    return started;
  }
}
