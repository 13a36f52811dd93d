package io.blendify.store.space;

import io.blendify.core.population.Percentiles;
import io.blendify.store.SqlTime;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which editions of the taste space there are: every statement on {@code taste.spaces}.
 *
 * <p>While few consent, an edition is used only as long as it is the same people with the same
 * consents: who leaves takes along what was learnt from them at once. Of many, one is among
 * thousands, nothing is known of what one alone likes, and within the hour the next edition is
 * made.
 */
@Singleton
public class Spaces {

  private static final Duration GOOD_FOR = Duration.ofDays(1);

  /** Where somebody who may be in it took back their consent. */
  private static final Duration WITH_LEAVERS = Duration.ofHours(1);

  /** Up to so many people, one who leaves could be told from what was learnt. */
  private static final int FEW = 200;

  /** Fewer have no strangers among them. */
  private static final int FEWEST = 15;

  /**
   * One that was learnt.
   *
   * @param number 0 for none
   */
  public record Edition(int number, Percentiles percentiles) {

    static final Edition NONE = new Edition(0, Percentiles.USUAL);
  }

  private record Newest(int number, int people, String fingerprint, Instant builtAt) {}

  private record Present(int people, String fingerprint) {}

  private final JdbcOperations jdbc;

  Spaces(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The number of the edition to compute with now; 0 for none. */
  @Transactional
  public int current() {
    var newest = newest();
    if (newest == null) {
      return 0;
    }
    return newest.people() > FEW || newest.fingerprint().equals(present().fingerprint())
        ? newest.number()
        : 0;
  }

  /** Whether a new edition should be made. */
  @Transactional
  public boolean isDue(Instant now) {
    var newest = newest();
    if (newest != null && newest.people() > FEW && newest.builtAt().plus(GOOD_FOR).isAfter(now)) {
      return !newest.builtAt().plus(WITH_LEAVERS).isAfter(now) && hasLeft(newest.builtAt());
    }
    var present = present();
    if (newest == null) {
      return present.people() >= FEWEST;
    }
    return !newest.fingerprint().equals(present.fingerprint())
        || (!newest.builtAt().plus(GOOD_FOR).isAfter(now) && present.people() >= FEWEST);
  }

  private boolean hasLeft(Instant since) {
    return jdbc.prepareStatement(
        "SELECT EXISTS (SELECT FROM consents WHERE NOT granted AND decided_at > ?) AS has_left",
        statement -> {
          SqlTime.set(statement, 1, since);
          try (var rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean("has_left");
          }
        });
  }

  /**
   * Makes the next edition's row; the places are added to it in the same transaction.
   *
   * @param recordings by the numbers that neighbours are named by
   */
  @Transactional
  public int add(int people, Percentiles percentiles, long[] recordings, Instant now) {
    return jdbc.prepareStatement(
        """
        INSERT INTO taste.spaces (
          edition, people, fingerprint, strangers, percentiles, built_at, recordings)
        SELECT COALESCE(max(edition), 0) + 1, ?, ?, ?, ?, ?, ? FROM taste.spaces
        RETURNING edition
        """,
        statement -> {
          statement.setInt(1, people);
          statement.setString(2, present().fingerprint());
          statement.setInt(3, percentiles.people());
          var matches = Arrays.stream(percentiles.matches()).boxed().toArray();
          statement.setArray(4, statement.getConnection().createArrayOf("float8", matches));
          SqlTime.set(statement, 5, now);
          var bytes = ByteBuffer.allocate(Long.BYTES * recordings.length);
          bytes.asLongBuffer().put(recordings);
          statement.setBytes(6, bytes.array());
          try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt("edition");
          }
        });
  }

  /** Which recordings it knows, by number; none for the edition 0. */
  @Transactional
  public long[] recordings(int number) {
    return jdbc.prepareStatement(
        "SELECT recordings FROM taste.spaces WHERE edition = ?",
        statement -> {
          statement.setInt(1, number);
          try (var rows = statement.executeQuery()) {
            var bytes = rows.next() ? rows.getBytes("recordings") : new byte[0];
            var recordings = new long[bytes.length / Long.BYTES];
            ByteBuffer.wrap(bytes).asLongBuffer().get(recordings);
            return recordings;
          }
        });
  }

  /** One maker at a time, until the transaction ends. Whether it is this one. */
  @Transactional
  public boolean tryLock() {
    return jdbc.prepareStatement(
        "SELECT pg_try_advisory_xact_lock(hashtextextended('taste.spaces', 0)) AS locked",
        statement -> {
          try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getBoolean("locked");
          }
        });
  }

  /** Throws IllegalStateException where the edition was deleted. */
  @Transactional
  public Edition edition(int number) {
    if (number == 0) {
      return Edition.NONE;
    }
    return find(number)
        .orElseThrow(() -> new IllegalStateException("no taste space " + number + " any more"));
  }

  private Optional<Edition> find(int number) {
    return jdbc.prepareStatement(
        "SELECT strangers, percentiles FROM taste.spaces WHERE edition = ?",
        statement -> {
          statement.setInt(1, number);
          try (var rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(new Edition(number, percentiles(rows)))
                : Optional.empty();
          }
        });
  }

  private static Percentiles percentiles(ResultSet rows) throws SQLException {
    var matches = (Double[]) rows.getArray("percentiles").getArray();
    return new Percentiles(
        rows.getInt("strangers"), Arrays.stream(matches).mapToDouble(x -> x).toArray());
  }

  private @Nullable Newest newest() {
    return jdbc.prepareStatement(
        """
        SELECT edition, people, fingerprint, built_at FROM taste.spaces
        ORDER BY edition DESC
        LIMIT 1
        """,
        statement -> {
          try (var rows = statement.executeQuery()) {
            return rows.next()
                ? new Newest(
                    rows.getInt("edition"),
                    rows.getInt("people"),
                    rows.getString("fingerprint"),
                    rows.getObject("built_at", OffsetDateTime.class).toInstant())
                : null;
          }
        });
  }

  private Present present() {
    return jdbc.prepareStatement(
        """
        SELECT count(*) AS people,
               COALESCE(sum(hashtextextended(consenting.user_id::text || consenting.resources, 7)), 0)::text
                 AS fingerprint
        FROM (
          SELECT b.user_id, string_agg(DISTINCT r.resource, ' ' ORDER BY r.resource) AS resources
          FROM blend_participants b
          JOIN LATERAL (
            SELECT c.granted, c.resources FROM consents c
            WHERE c.blend_id = b.blend_id AND c.user_id = b.user_id
            ORDER BY c.id DESC
            LIMIT 1
          ) AS c ON c.granted
          CROSS JOIN LATERAL unnest(c.resources) AS r (resource)
          WHERE b.status = 'accepted'
          GROUP BY b.user_id
        ) AS consenting
        JOIN taste.profiles p ON p.user_id = consenting.user_id
        """,
        statement -> {
          try (var rows = statement.executeQuery()) {
            rows.next();
            return new Present(rows.getInt("people"), rows.getString("fingerprint"));
          }
        });
  }

  /** What nobody needs any more: older than the newest, and no computed blend names it. */
  @Transactional
  public void forget() {
    for (var sql :
        new String[] {
          "DELETE FROM taste.places" + OLD,
          "DELETE FROM taste.styles" + OLD,
          "DELETE FROM taste.spaces" + OLD
        }) {
      jdbc.prepareStatement(sql, statement -> statement.executeUpdate());
    }
  }

  private static final String OLD =
      """
       WHERE edition < (SELECT max(s.edition) FROM taste.spaces s)
        AND edition NOT IN (
          SELECT (r.inputs ->> 'space')::int FROM blend_refreshes r
          WHERE r.status IN ('completed', 'past') AND r.inputs ->> 'space' IS NOT NULL)
      """;
}
