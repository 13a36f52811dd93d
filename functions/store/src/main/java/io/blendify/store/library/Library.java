package io.blendify.store.library;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A person's library as it was at any moment. History never changes, so that an offset means the
 * same at every call with the same moment: pages fit together whatever is synced between them.
 */
@Singleton
public class Library {

  private final JdbcOperations jdbc;

  Library(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public <T> List<T> read(Shelf<T> shelf, Reading reading) {
    if (shelf.isOneOfSeveral() == (reading.list() == null)) {
      throw new IllegalArgumentException("list " + reading.list() + " on " + shelf.row());
    }
    return jdbc.prepareStatement(
        shelf.statement(),
        statement -> {
          bind(statement, reading);
          try (var rows = statement.executeQuery()) {
            return jdbc.entityStream(rows, shelf.row()).toList();
          }
        });
  }

  private static void bind(PreparedStatement statement, Reading reading) throws SQLException {
    int at = 1;
    statement.setBoolean(at++, reading.metadata());
    statement.setObject(at++, reading.userId());
    statement.setObject(at++, reading.asOf().atOffset(ZoneOffset.UTC));
    statement.setString(at++, reading.provider());
    statement.setString(at++, reading.provider());
    if (reading.list() != null) {
      statement.setString(at++, reading.list());
    }
    statement.setInt(at++, reading.limit());
    statement.setInt(at, reading.offset());
  }

  /** One playlist, where it was in the person's library then; without the full JSON. */
  @Transactional
  public Optional<ListedPlaylist> playlist(UUID userId, Instant asOf, String playlistId) {
    return jdbc.prepareStatement(
        """
        SELECT id, provider, playlist_id, playlist_name, description, image_url, track_count,
               follower_count, is_public, is_owner, owner_name, playlist_url,
               CAST(NULL AS jsonb) AS playlist_metadata, fetched_at
        FROM user_playlists_as_of(?, ?)
        WHERE playlist_id = ?
        ORDER BY provider, id
        LIMIT 1
        """,
        statement -> {
          statement.setObject(1, userId);
          statement.setObject(2, asOf.atOffset(ZoneOffset.UTC));
          statement.setString(3, playlistId);
          try (var rows = statement.executeQuery()) {
            return jdbc.entityStream(rows, ListedPlaylist.class).findFirst();
          }
        });
  }

  /** Whether the playlist was in the person's library then. */
  @Transactional
  public boolean hadPlaylist(UUID userId, Instant asOf, String playlistId) {
    return jdbc.prepareStatement(
        """
        SELECT EXISTS (
          SELECT FROM user_playlists_as_of(?, ?) WHERE playlist_id = ?) AS had
        """,
        statement -> {
          statement.setObject(1, userId);
          statement.setObject(2, asOf.atOffset(ZoneOffset.UTC));
          statement.setString(3, playlistId);
          try (var rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean("had");
          }
        });
  }
}
