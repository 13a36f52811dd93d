package io.blendify.bench.blend;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;

/** The baseline: somebody without a framework who reads the rows of some people, one by one. */
final class BareLoop {

  private static final List<String> NAIVE =
      List.of(
          "SELECT * FROM naive.user_top_tracks WHERE user_id = ?",
          "SELECT * FROM naive.user_top_artists WHERE user_id = ?",
          "SELECT * FROM naive.user_recently_played WHERE user_id = ?",
          "SELECT * FROM naive.user_playlist_tracks WHERE user_id = ?",
          "SELECT * FROM naive.user_saved_tracks WHERE user_id = ?");

  private static final List<String> PROFILES =
      List.of("SELECT version, inputs, packed FROM taste.profiles WHERE user_id = ?");

  private static final List<String> PROFILES_FOR_PEOPLE =
      List.of("SELECT version, inputs, profile FROM taste.profiles WHERE user_id = ?");

  private static final String OVERLAP =
      """
      SELECT t1.track_id, t1.track_name, t1.artist_name FROM naive.user_top_tracks t1
      JOIN naive.user_top_tracks t2 ON t1.track_id = t2.track_id
      WHERE t1.user_id = ? AND t2.user_id = ? AND t1.provider = t2.provider
      """;

  private final Connection connection;

  BareLoop(Connection connection) {
    this.connection = connection;
  }

  /** Milliseconds to read the naive schema's rows of these people. */
  double naive(List<UUID> people) throws SQLException {
    return read(NAIVE, people);
  }

  /** Milliseconds to read the same profiles as they are kept for people, as JSON. */
  double profilesForPeople(List<UUID> people) throws SQLException {
    return read(PROFILES_FOR_PEOPLE, people);
  }

  /** Milliseconds to read the profiles of these people, as blends read them. */
  double profiles(List<UUID> people) throws SQLException {
    return read(PROFILES, people);
  }

  /** Milliseconds of the naive schema's way to see what two have in common. */
  double overlap(UUID one, UUID other) throws SQLException {
    long start = System.nanoTime();
    try (var statement = connection.prepareStatement(OVERLAP)) {
      statement.setObject(1, one);
      statement.setObject(2, other);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          rows.getString(1);
        }
      }
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private double read(List<String> queries, List<UUID> people) throws SQLException {
    long start = System.nanoTime();
    long characters = 0;
    for (var person : people) {
      for (var query : queries) {
        characters += read(query, person);
      }
    }
    if (characters == 0) {
      throw new IllegalStateException("there was nothing to read");
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private long read(String query, UUID person) throws SQLException {
    long characters = 0;
    try (var statement = connection.prepareStatement(query)) {
      statement.setObject(1, person);
      try (var rows = statement.executeQuery()) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int column = 1; column <= columns; column++) {
            characters += length(rows, column);
          }
        }
      }
    }
    return characters;
  }

  private static long length(ResultSet rows, int column) throws SQLException {
    if (rows.getMetaData().getColumnType(column) == Types.BINARY) {
      return rows.getBytes(column).length;
    }
    var value = rows.getString(column);
    return value == null ? 0 : value.length();
  }
}
