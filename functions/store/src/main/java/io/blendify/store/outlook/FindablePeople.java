package io.blendify.store.outlook;

import io.blendify.store.SqlArray;
import io.blendify.store.SqlTime;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every statement on {@code findable_people}. */
@Singleton
public class FindablePeople {

  /** Of more, a part is looked at that is another one every day. */
  private static final int LOOKED_AT = 20_000;

  private final JdbcOperations jdbc;

  FindablePeople(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public Optional<FindablePerson> find(UUID user) {
    return jdbc.prepareStatement(
        """
        SELECT f.user_id, u.display_name, f.resources, f.agreed_at
        FROM findable_people f
        JOIN users u ON u.id = f.user_id
        WHERE f.user_id = ?
        """,
        statement -> {
          statement.setObject(1, user);
          try (var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(person(rows)) : Optional.empty();
          }
        });
  }

  /** Takes the place of what was agreed to before; what was found before is found anew. */
  @Transactional
  public void agree(UUID user, List<String> resources, Instant now) {
    jdbc.prepareStatement(
        """
        INSERT INTO findable_people (user_id, resources, agreed_at) VALUES (?, ?, ?)
        ON CONFLICT (user_id) DO UPDATE
        SET resources = EXCLUDED.resources, agreed_at = EXCLUDED.agreed_at
        """,
        statement -> {
          statement.setObject(1, user);
          SqlArray.text(statement, 2, resources);
          SqlTime.set(statement, 3, now);
          return statement.executeUpdate();
        });
    forget(user);
  }

  /** Takes effect at once, on what others found too. */
  @Transactional
  public void withdraw(UUID user) {
    jdbc.prepareStatement(
        "DELETE FROM findable_people WHERE user_id = ?",
        statement -> {
          statement.setObject(1, user);
          return statement.executeUpdate();
        });
    forget(user);
  }

  private void forget(UUID user) {
    jdbc.prepareStatement(
        "DELETE FROM taste.neighbours WHERE user_id = ? OR neighbour_id = ?",
        statement -> {
          statement.setObject(1, user);
          statement.setObject(2, user);
          return statement.executeUpdate();
        });
    jdbc.prepareStatement(
        "UPDATE taste.outlooks SET built_at = NULL WHERE user_id = ?",
        statement -> {
          statement.setObject(1, user);
          return statement.executeUpdate();
        });
  }

  /** Other people, those who share most artists with this one first. */
  @Transactional
  public List<FindablePerson> near(UUID user, Instant now, int most) {
    return jdbc.prepareStatement(
        """
        WITH looked_at AS (
          SELECT f.user_id, f.resources, f.agreed_at
          FROM findable_people f
          WHERE f.user_id <> ?
          ORDER BY hashtextextended(f.user_id::text, ?), f.user_id
          LIMIT ?
        )
        SELECT l.user_id, u.display_name, l.resources, l.agreed_at
        FROM looked_at l
        JOIN users u ON u.id = l.user_id
        JOIN taste.profiles p ON p.user_id = l.user_id
        JOIN taste.profiles mine ON mine.user_id = ?
        CROSS JOIN LATERAL (
          SELECT count(*) AS artists
          FROM unnest(p.artist_keys) AS k (key)
          WHERE k.key = ANY (mine.artist_keys)
        ) AS shared
        ORDER BY shared.artists DESC, l.user_id
        LIMIT ?
        """,
        statement -> {
          statement.setObject(1, user);
          statement.setLong(2, now.getEpochSecond() / 86_400);
          statement.setInt(3, LOOKED_AT);
          statement.setObject(4, user);
          statement.setInt(5, most);
          var people = new ArrayList<FindablePerson>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              people.add(person(rows));
            }
          }
          return people;
        });
  }

  private static FindablePerson person(ResultSet rows) throws SQLException {
    var resources = (String[]) rows.getArray("resources").getArray();
    return new FindablePerson(
        rows.getObject("user_id", UUID.class),
        rows.getString("display_name"),
        Arrays.stream(resources).sorted().distinct().toList(),
        rows.getObject("agreed_at", OffsetDateTime.class).toInstant());
  }
}
