package io.blendify.store.taste;

import io.blendify.store.SqlArray;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every statement on {@code taste.profiles}. */
@Singleton
public class TasteProfiles {

  /**
   * A profile as it is kept.
   *
   * @param inputs JSON of {@link TasteInputs}
   * @param profile JSON of {@link io.blendify.core.taste.TasteProfile}
   */
  public record Stored(int version, String inputs, String profile) {}

  private final JdbcOperations jdbc;

  TasteProfiles(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public Optional<Stored> find(UUID user) {
    return jdbc.prepareStatement(
        "SELECT version, inputs::text AS inputs, profile::text AS profile FROM taste.profiles WHERE user_id = ?",
        statement -> {
          statement.setObject(1, user);
          try (var rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(
                    new Stored(
                        rows.getInt("version"),
                        rows.getString("inputs"),
                        rows.getString("profile")))
                : Optional.empty();
          }
        });
  }

  /**
   * What a profile was made from, without the profile, which is a hundred times as long.
   *
   * @param inputs JSON of {@link TasteInputs}
   */
  public record Origin(int version, String inputs) {}

  @Transactional
  public Optional<Origin> origin(UUID user) {
    return jdbc.prepareStatement(
        "SELECT version, inputs::text AS inputs FROM taste.profiles WHERE user_id = ?",
        statement -> {
          statement.setObject(1, user);
          try (var rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(new Origin(rows.getInt("version"), rows.getString("inputs")))
                : Optional.empty();
          }
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
  public void save(
      UUID user,
      Stored stored,
      List<String> artists,
      List<String> recordings,
      List<String> genres,
      Instant now) {
    jdbc.prepareStatement(
        """
        INSERT INTO taste.profiles (
          user_id, version, inputs, profile, artist_keys, recording_keys, genre_keys, built_at)
        SELECT id, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ? FROM users WHERE id = ?
        ON CONFLICT (user_id) DO UPDATE
        SET version = EXCLUDED.version, inputs = EXCLUDED.inputs, profile = EXCLUDED.profile,
            artist_keys = EXCLUDED.artist_keys, recording_keys = EXCLUDED.recording_keys,
            genre_keys = EXCLUDED.genre_keys, built_at = EXCLUDED.built_at
        """,
        statement -> {
          statement.setInt(1, stored.version());
          statement.setString(2, stored.inputs());
          statement.setString(3, stored.profile());
          SqlArray.text(statement, 4, artists);
          SqlArray.text(statement, 5, recordings);
          SqlArray.text(statement, 6, genres);
          statement.setObject(7, now.atOffset(ZoneOffset.UTC));
          statement.setObject(8, user);
          return statement.executeUpdate();
        });
  }
}
