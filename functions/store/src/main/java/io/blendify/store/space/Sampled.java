package io.blendify.store.space;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads the profiles from which it is learnt what goes together: of those who consent now. */
@Singleton
public class Sampled {

  /** Rows fetched at once: profiles are long. */
  private static final int AT_ONCE = 50;

  /**
   * @param packed bytes of a {@link io.blendify.core.taste.PackedTaste}; empty: it cannot be used
   *     yet
   * @param resources that the person consented to in any blend
   */
  public record Person(UUID userId, int version, byte[] packed, Set<String> resources) {}

  private final JdbcOperations jdbc;

  Sampled(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Of so many people at most, one by one; which ones depends on their ids alone. */
  @Transactional
  public int forEach(int most, Consumer<Person> each) {
    return jdbc.prepareStatement(
        """
        SELECT p.user_id, p.version, p.packed,
               (SELECT array_agg(DISTINCT r.resource)
                FROM blend_participants b
                JOIN LATERAL (
                  SELECT c.granted, c.resources FROM consents c
                  WHERE c.blend_id = b.blend_id AND c.user_id = b.user_id
                  ORDER BY c.id DESC
                  LIMIT 1
                ) AS c ON c.granted
                CROSS JOIN LATERAL unnest(c.resources) AS r (resource)
                WHERE b.user_id = p.user_id AND b.status = 'accepted') AS resources
        FROM taste.profiles p
        WHERE p.user_id IN (SELECT c.user_id FROM taste.consenting_people c)
        ORDER BY hashtextextended(p.user_id::text, 3), p.user_id
        LIMIT ?
        """,
        statement -> {
          statement.setInt(1, most);
          statement.setFetchSize(AT_ONCE);
          int people = 0;
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              var array = rows.getArray("resources");
              var resources =
                  array == null
                      ? Set.<String>of()
                      : new TreeSet<>(Arrays.asList((String[]) array.getArray()));
              each.accept(
                  new Person(
                      rows.getObject("user_id", UUID.class),
                      rows.getInt("version"),
                      rows.getBytes("packed"),
                      resources));
              people++;
            }
          }
          return people;
        });
  }
}
