package io.blendify.store.taste;

import io.blendify.store.SqlArray;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every statement on {@code taste.profiles}. */
@Singleton
public class TasteProfiles {

  /**
   * A profile as blends read it.
   *
   * @param inputs JSON of {@link TasteInputs}
   * @param packed bytes of a {@link io.blendify.core.taste.PackedTaste}; empty where it was built
   *     before there were such
   */
  public record Stored(UUID userId, int version, String inputs, byte[] packed) {}

  /**
   * A profile that was built.
   *
   * @param profile JSON of {@link io.blendify.core.taste.TasteProfile}
   */
  public record Built(
      int version,
      String inputs,
      String profile,
      byte[] packed,
      List<String> artists,
      List<String> recordings,
      List<String> genres) {

    public Built {
      artists = List.copyOf(artists);
      recordings = List.copyOf(recordings);
      genres = List.copyOf(genres);
    }
  }

  private final JdbcOperations jdbc;

  TasteProfiles(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Of so many people at once as fit into memory; who has none is left out. */
  @Transactional
  public Map<UUID, Stored> find(Collection<UUID> users) {
    return jdbc.prepareStatement(
        "SELECT user_id, version, inputs::text AS inputs, packed FROM taste.profiles WHERE user_id = ANY (?)",
        statement -> {
          SqlArray.uuid(statement, 1, List.copyOf(users));
          Map<UUID, Stored> found = new HashMap<>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              var user = rows.getObject("user_id", UUID.class);
              found.put(
                  user,
                  new Stored(
                      user,
                      rows.getInt("version"),
                      rows.getString("inputs"),
                      rows.getBytes("packed")));
            }
          }
          return found;
        });
  }

  /**
   * What a profile was made from, without the profile, which is a hundred times as long.
   *
   * @param inputs JSON of {@link TasteInputs}
   * @param isPacked whether blends can read it
   */
  public record Origin(int version, String inputs, boolean isPacked) {}

  @Transactional
  public Map<UUID, Origin> origins(Collection<UUID> users) {
    return jdbc.prepareStatement(
        """
        SELECT user_id, version, inputs::text AS inputs, octet_length(packed) > 0 AS is_packed
        FROM taste.profiles
        WHERE user_id = ANY (?)
        """,
        statement -> {
          SqlArray.uuid(statement, 1, List.copyOf(users));
          Map<UUID, Origin> origins = new HashMap<>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              origins.put(
                  rows.getObject("user_id", UUID.class),
                  new Origin(
                      rows.getInt("version"),
                      rows.getString("inputs"),
                      rows.getBoolean("is_packed")));
            }
          }
          return origins;
        });
  }

  /** One builder of a person's profile at a time, until the transaction ends. */
  @Transactional
  public void lock(UUID user) {
    jdbc.prepareStatement(
        "SELECT pg_advisory_xact_lock(hashtextextended(?, 1))",
        statement -> {
          statement.setString(1, user.toString());
          return statement.execute();
        });
  }

  /** Takes the place of the one before. */
  @Transactional
  public void save(UUID user, Built built, Instant now) {
    jdbc.prepareStatement(
        """
        INSERT INTO taste.profiles (
          user_id, version, inputs, profile, packed, artist_keys, recording_keys, genre_keys,
          built_at)
        SELECT id, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ? FROM users WHERE id = ?
        ON CONFLICT (user_id) DO UPDATE
        SET version = EXCLUDED.version, inputs = EXCLUDED.inputs, profile = EXCLUDED.profile,
            packed = EXCLUDED.packed, artist_keys = EXCLUDED.artist_keys,
            recording_keys = EXCLUDED.recording_keys, genre_keys = EXCLUDED.genre_keys,
            built_at = EXCLUDED.built_at
        """,
        statement -> {
          statement.setInt(1, built.version());
          statement.setString(2, built.inputs());
          statement.setString(3, built.profile());
          statement.setBytes(4, built.packed());
          SqlArray.text(statement, 5, built.artists());
          SqlArray.text(statement, 6, built.recordings());
          SqlArray.text(statement, 7, built.genres());
          statement.setObject(8, now.atOffset(ZoneOffset.UTC));
          statement.setObject(9, user);
          return statement.executeUpdate();
        });
  }
}
