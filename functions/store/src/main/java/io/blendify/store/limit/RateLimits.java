package io.blendify.store.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Every statement on {@code rate_limits}: the generic cell rate algorithm, one row for each
 * subject.
 */
@Singleton
public class RateLimits {

  /** Rows without meaning that one attempt takes away: more than it can leave behind. */
  private static final int SWEPT = 10;

  private final JdbcOperations jdbc;

  RateLimits(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Counts an attempt.
   *
   * @param subject whose attempts are counted together; kept as a hash only
   * @return zero where it may go on, and otherwise how long until the next one may
   */
  @Transactional
  public Duration attempt(Limit limit, String subject, Instant now) {
    var key = key(limit, subject);
    if (take(limit, key, now)) {
      sweep(now);
      return Duration.ZERO;
    }
    var free = freeAt(key);
    var pause = free == null ? Duration.ZERO : Duration.between(now, free.minus(limit.lead()));
    return pause.isPositive() ? pause : limit.interval();
  }

  /** The attempts so far shall not count: they led to the right one. */
  @Transactional
  public void forget(Limit limit, String subject) {
    jdbc.prepareStatement(
        "DELETE FROM rate_limits WHERE subject = ?",
        statement -> {
          statement.setBytes(1, key(limit, subject));
          return statement.executeUpdate();
        });
  }

  private boolean take(Limit limit, byte[] key, Instant now) {
    return jdbc.prepareStatement(
        """
        INSERT INTO rate_limits AS r (subject, free_at)
        VALUES (?, CAST(? AS timestamptz) + CAST(? AS interval))
        ON CONFLICT (subject) DO UPDATE
        SET free_at = GREATEST(r.free_at, CAST(? AS timestamptz)) + CAST(? AS interval)
        WHERE r.free_at <= ?
        """,
        statement -> {
          statement.setBytes(1, key);
          statement.setObject(2, at(now));
          statement.setString(3, limit.interval().toString());
          statement.setObject(4, at(now));
          statement.setString(5, limit.interval().toString());
          statement.setObject(6, at(now.plus(limit.lead())));
          return statement.executeUpdate() == 1;
        });
  }

  private @Nullable Instant freeAt(byte[] key) {
    return jdbc.prepareStatement(
        "SELECT free_at FROM rate_limits WHERE subject = ?",
        statement -> {
          statement.setBytes(1, key);
          return instant(statement);
        });
  }

  private static @Nullable Instant instant(PreparedStatement statement) throws SQLException {
    try (var rows = statement.executeQuery()) {
      return rows.next() ? rows.getObject("free_at", OffsetDateTime.class).toInstant() : null;
    }
  }

  private void sweep(Instant now) {
    jdbc.prepareStatement(
        """
        DELETE FROM rate_limits
        WHERE subject IN (
          SELECT subject FROM rate_limits WHERE free_at < ? ORDER BY free_at, subject LIMIT ?
          FOR UPDATE SKIP LOCKED)
        """,
        statement -> {
          statement.setObject(1, at(now));
          statement.setInt(2, SWEPT);
          return statement.executeUpdate();
        });
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static byte[] key(Limit limit, String subject) {
    try {
      var text = limit.name() + "\n" + subject;
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
