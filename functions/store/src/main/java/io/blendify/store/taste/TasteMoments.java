package io.blendify.store.taste;

import io.blendify.store.SqlArray;
import io.blendify.store.SqlTime;
import io.blendify.store.taste.TasteInputs.Watermark;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which rows of a person's history there were at a moment, and what the person takes out of them.
 * What the rows say, {@link TasteHistory} reads.
 */
@Singleton
public class TasteMoments {

  /** Nothing is observed later. */
  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  private final JdbcOperations jdbc;
  private final TasteExclusions exclusions;

  TasteMoments(JdbcOperations jdbc, TasteExclusions exclusions) {
    this.jdbc = jdbc;
    this.exclusions = exclusions;
  }

  /** What there is now. */
  @Transactional
  public TasteInputs now(UUID user) {
    return at(user, Instant.MAX);
  }

  /** What was known at that moment; what the person takes out of it now is taken out. */
  @Transactional
  public TasteInputs at(UUID user, Instant moment) {
    var until = moment.isAfter(LAST) ? LAST : moment;
    return new TasteInputs(
        memberships(user, until),
        plays(user, until),
        lists(user, until),
        owners(user),
        without(user));
  }

  /** What the person takes out of it now. */
  @Transactional
  public Without without(UUID user) {
    return Without.of(exclusions.findByUser(user));
  }

  /** Of many at once; who takes out nothing is left out. */
  @Transactional
  public Map<UUID, Without> without(Collection<UUID> users) {
    Map<UUID, Without> without = new HashMap<>();
    Rows.query(
            jdbc,
            "SELECT DISTINCT user_id FROM taste_exclusions WHERE user_id = ANY (?) ORDER BY user_id",
            statement -> SqlArray.uuid(statement, 1, List.copyOf(users)),
            rows -> rows.getObject("user_id", UUID.class))
        .forEach(user -> without.put(user, without(user)));
    return without;
  }

  private List<Long> lists(UUID user, Instant until) {
    return Rows.query(
        jdbc,
        """
        SELECT DISTINCT ON (provider, resource, list_key) id
        FROM history.lists
        WHERE user_id = ? AND observed_at <= ?
        ORDER BY provider, resource, list_key, observed_at DESC, id DESC
        """,
        statement -> {
          statement.setObject(1, user);
          SqlTime.set(statement, 2, until);
        },
        rows -> rows.getLong("id"));
  }

  private static void bindTwice(PreparedStatement statement, UUID user, Instant until)
      throws SQLException {
    statement.setObject(1, user);
    statement.setObject(2, user);
    SqlTime.set(statement, 3, until);
  }

  private List<Watermark> memberships(UUID user, Instant until) {
    return Rows.query(
        jdbc,
        """
        SELECT w.provider, w.resource, w.id,
               (SELECT count(*) FROM history.memberships m
                WHERE m.user_id = ? AND m.provider = w.provider AND m.resource = w.resource
                  AND m.id <= w.id) AS row_count
        FROM (
          SELECT provider, resource, max(id) AS id FROM history.memberships
          WHERE user_id = ? AND observed_at <= ?
          GROUP BY provider, resource
        ) AS w
        ORDER BY w.provider, w.resource
        """,
        statement -> bindTwice(statement, user, until),
        TasteMoments::watermark);
  }

  private List<Watermark> plays(UUID user, Instant until) {
    return Rows.query(
        jdbc,
        """
        SELECT w.provider, 'recently_played' AS resource, w.id,
               (SELECT count(*) FROM history.plays p
                WHERE p.user_id = ? AND p.provider = w.provider AND p.id <= w.id) AS row_count
        FROM (
          SELECT provider, max(id) AS id FROM history.plays
          WHERE user_id = ? AND observed_at <= ?
          GROUP BY provider
        ) AS w
        ORDER BY w.provider
        """,
        statement -> bindTwice(statement, user, until),
        TasteMoments::watermark);
  }

  private static Watermark watermark(ResultSet rows) throws SQLException {
    return new Watermark(
        rows.getString("provider"),
        rows.getString("resource"),
        rows.getLong("id"),
        rows.getLong("row_count"));
  }

  private Map<String, String> owners(UUID user) {
    Map<String, String> owners = new HashMap<>();
    Rows.query(
        jdbc,
        """
        SELECT provider, COALESCE(owner_id, provider_user_id) AS owner
        FROM provider_connections
        WHERE user_id = ?
        ORDER BY provider
        """,
        statement -> statement.setObject(1, user),
        rows -> owners.put(rows.getString("provider"), rows.getString("owner")));
    return owners;
  }
}
