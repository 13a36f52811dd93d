package io.blendify.bench.api;

import io.blendify.store.library.SavedTrack;
import io.blendify.store.library.Shelf;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The baseline: the API's own statement through JDBC, and the same JSON. */
final class BareRead {

  private final Connection connection;
  private final JsonMapper json;
  private final Reader reader;
  private final int limit;

  BareRead(Connection connection, JsonMapper json, Reader reader, int limit) {
    this.connection = connection;
    this.json = json;
    this.reader = reader;
    this.limit = limit;
  }

  byte[] page() throws SQLException, IOException {
    return json.writeValueAsBytes(Map.of("items", rows()));
  }

  private List<SavedTrack> rows() throws SQLException {
    try (var statement = connection.prepareStatement(Shelf.SAVED_TRACKS.statement())) {
      statement.setBoolean(1, false);
      statement.setObject(2, reader.id());
      statement.setObject(3, Instant.now().atOffset(ZoneOffset.UTC));
      statement.setString(4, null);
      statement.setString(5, null);
      statement.setInt(6, limit + 1);
      statement.setInt(7, 0);
      try (var rows = statement.executeQuery()) {
        var tracks = new ArrayList<SavedTrack>();
        while (rows.next() && tracks.size() < limit) {
          tracks.add(track(rows));
        }
        return tracks;
      }
    }
  }

  private static SavedTrack track(ResultSet row) throws SQLException {
    return new SavedTrack(
        row.getLong("id"),
        row.getString("provider"),
        row.getString("track_id"),
        row.getString("track_name"),
        row.getString("artist_name"),
        row.getString("album_name"),
        row.getString("album_art_url"),
        row.getObject("duration_ms", Integer.class),
        instant(row, "saved_at"),
        row.getObject("popularity", Integer.class),
        row.getString("isrc"),
        null,
        row.getObject("fetched_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
