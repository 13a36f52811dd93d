package io.blendify.store.outlook;

import io.blendify.store.SqlArray;
import io.blendify.store.SqlTime;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every statement on {@code taste.outlooks}, {@code neighbours} and {@code suggestions}. */
@Singleton
public class Outlooks {

  private static final Duration GOOD_FOR = Duration.ofDays(1);

  /** Who has not asked for so long is not looked out for. */
  private static final Duration FORGOTTEN = Duration.ofDays(30);

  /** A description and what of the person's it goes with. */
  public record Suggestion(long version, String because) {}

  private final JdbcOperations jdbc;

  Outlooks(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes that the person wants to know; answers when it was made, if it was. */
  @Transactional
  public Optional<Instant> ask(UUID user, Instant now) {
    return jdbc.prepareStatement(
        """
        INSERT INTO taste.outlooks (user_id, asked_at) VALUES (?, ?)
        ON CONFLICT (user_id) DO UPDATE SET asked_at = EXCLUDED.asked_at
        RETURNING built_at
        """,
        statement -> {
          statement.setObject(1, user);
          SqlTime.set(statement, 2, now);
          try (var rows = statement.executeQuery()) {
            rows.next();
            var built = rows.getObject("built_at", OffsetDateTime.class);
            return built == null ? Optional.<Instant>empty() : Optional.of(built.toInstant());
          }
        });
  }

  /** Whether the person asked lately and what there is is older than a day or their profile. */
  @Transactional
  public boolean isDue(UUID user, Instant now) {
    return jdbc.prepareStatement(
        """
        SELECT FROM taste.outlooks o
        LEFT JOIN taste.profiles p ON p.user_id = o.user_id
        WHERE o.user_id = ? AND o.asked_at > ?
          AND (o.built_at IS NULL OR o.built_at <= ? OR o.built_at < p.built_at)
        """,
        statement -> {
          statement.setObject(1, user);
          SqlTime.set(statement, 2, now.minus(FORGOTTEN));
          SqlTime.set(statement, 3, now.minus(GOOD_FOR));
          try (var rows = statement.executeQuery()) {
            return rows.next();
          }
        });
  }

  /**
   * Takes the place of what there was. Who withdrew meanwhile is left out.
   *
   * @param people most alike first
   * @param suggestions most expected to please first
   */
  @Transactional
  public void save(UUID user, List<FoundPerson> people, List<Suggestion> suggestions, Instant now) {
    var made =
        jdbc.prepareStatement(
            "UPDATE taste.outlooks SET built_at = ? WHERE user_id = ?",
            statement -> {
              SqlTime.set(statement, 1, now);
              statement.setObject(2, user);
              return statement.executeUpdate();
            });
    delete("DELETE FROM taste.neighbours WHERE user_id = ?", user);
    delete("DELETE FROM taste.suggestions WHERE user_id = ?", user);
    if (made == 1) {
      people.forEach(person -> add(user, person));
      add(user, suggestions);
    }
  }

  private void delete(String sql, UUID user) {
    jdbc.prepareStatement(
        sql,
        statement -> {
          statement.setObject(1, user);
          return statement.executeUpdate();
        });
  }

  private void add(UUID user, FoundPerson person) {
    jdbc.prepareStatement(
        """
        INSERT INTO taste.neighbours (
          user_id, neighbour_id, score, interval_low, interval_high, shared)
        SELECT me.user_id, other.user_id, ?, ?, ?, ?
        FROM findable_people me, findable_people other
        WHERE me.user_id = ? AND other.user_id = ?
        FOR SHARE
        """,
        statement -> {
          statement.setDouble(1, person.score());
          statement.setDouble(2, person.low());
          statement.setDouble(3, person.high());
          SqlArray.text(statement, 4, person.shared());
          statement.setObject(5, user);
          statement.setObject(6, person.userId());
          return statement.executeUpdate();
        });
  }

  private void add(UUID user, List<Suggestion> suggestions) {
    jdbc.prepareStatement(
        """
        INSERT INTO taste.suggestions (user_id, position, version_id, because)
        SELECT ?, s.position, s.version_id, s.because
        FROM unnest(?, ?) WITH ORDINALITY AS s (version_id, because, position)
        """,
        statement -> {
          statement.setObject(1, user);
          SqlArray.bigint(statement, 2, suggestions.stream().map(Suggestion::version).toList());
          SqlArray.text(statement, 3, suggestions.stream().map(Suggestion::because).toList());
          return statement.executeUpdate();
        });
  }

  /** Most alike first. */
  @Transactional
  public List<FoundPerson> neighbours(UUID user) {
    return query(
        """
        SELECT n.neighbour_id, u.display_name, u.avatar_url, n.score, n.interval_low,
               n.interval_high, n.shared
        FROM taste.neighbours n
        JOIN findable_people f ON f.user_id = n.neighbour_id
        JOIN users u ON u.id = n.neighbour_id
        WHERE n.user_id = ?
        ORDER BY n.score DESC, n.neighbour_id
        """,
        user,
        rows ->
            new FoundPerson(
                rows.getObject("neighbour_id", UUID.class),
                rows.getString("display_name"),
                rows.getString("avatar_url"),
                rows.getDouble("score"),
                rows.getDouble("interval_low"),
                rows.getDouble("interval_high"),
                Arrays.asList((String[]) rows.getArray("shared").getArray())));
  }

  /** Most expected to please first. */
  @Transactional
  public List<SuggestedTrack> suggestions(UUID user) {
    return query(
        """
        SELECT s.position, i.provider, i.provider_item_id, v.name, v.artist_name, v.album_name,
               v.image_url, v.duration_ms, s.because
        FROM taste.suggestions s
        JOIN catalog.item_versions v ON v.id = s.version_id
        JOIN catalog.items i ON i.id = v.item_id
        WHERE s.user_id = ?
        ORDER BY s.position
        """,
        user,
        rows ->
            new SuggestedTrack(
                rows.getInt("position"),
                rows.getString("provider"),
                rows.getString("provider_item_id"),
                rows.getString("name"),
                rows.getString("artist_name"),
                rows.getString("album_name"),
                rows.getString("image_url"),
                rows.getObject("duration_ms", Integer.class),
                rows.getString("because")));
  }

  private interface Reading<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private <T> List<T> query(String sql, UUID user, Reading<T> reading) {
    return jdbc.prepareStatement(
        sql,
        (PreparedStatement statement) -> {
          statement.setObject(1, user);
          var all = new ArrayList<T>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              all.add(reading.read(rows));
            }
          }
          return all;
        });
  }
}
