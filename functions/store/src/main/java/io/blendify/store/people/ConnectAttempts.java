package io.blendify.store.people;

import io.blendify.core.ProviderId;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every statement on {@code connect_attempts}. */
@Singleton
public class ConnectAttempts {

  private final JdbcOperations jdbc;

  ConnectAttempts(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Remembers an attempt and forgets those that ran out. */
  @Transactional
  public void insert(
      byte[] stateHash,
      ProviderId provider,
      byte[] browserHash,
      ConnectAttempt attempt,
      Instant now,
      Instant expiresAt) {
    jdbc.prepareStatement(
        """
        WITH forgotten AS (
          DELETE FROM connect_attempts WHERE expires_at <= ?
        )
        INSERT INTO connect_attempts (
          state_hash, provider, user_id, browser_hash, code_verifier_encrypted, return_to,
          created_at, expires_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        statement -> {
          statement.setObject(1, now.atOffset(ZoneOffset.UTC));
          statement.setBytes(2, stateHash);
          statement.setString(3, provider.value());
          statement.setObject(4, attempt.userId());
          statement.setBytes(5, browserHash);
          statement.setBytes(6, attempt.codeVerifierEncrypted());
          statement.setString(7, attempt.returnTo());
          statement.setObject(8, now.atOffset(ZoneOffset.UTC));
          statement.setObject(9, expiresAt.atOffset(ZoneOffset.UTC));
          return statement.executeUpdate();
        });
  }

  /**
   * Takes an attempt: whoever comes second finds none. None either for another browser, another
   * provider, when its time is over, or where somebody else began it; those leave it as it is.
   *
   * @param userId who is signed in; null for nobody
   */
  @Transactional
  public Optional<ConnectAttempt> take(
      byte[] stateHash,
      ProviderId provider,
      byte[] browserHash,
      @Nullable UUID userId,
      Instant now) {
    return jdbc.prepareStatement(
        """
        DELETE FROM connect_attempts
        WHERE state_hash = ? AND provider = ? AND browser_hash = ? AND expires_at > ?
          AND (user_id IS NULL OR user_id = ?)
        RETURNING user_id, code_verifier_encrypted, return_to
        """,
        statement -> {
          statement.setBytes(1, stateHash);
          statement.setString(2, provider.value());
          statement.setBytes(3, browserHash);
          statement.setObject(4, now.atOffset(ZoneOffset.UTC));
          statement.setObject(5, userId, Types.OTHER);
          try (var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(attempt(rows)) : Optional.empty();
          }
        });
  }

  private static ConnectAttempt attempt(ResultSet row) throws SQLException {
    return new ConnectAttempt(
        row.getObject("user_id", UUID.class),
        row.getBytes("code_verifier_encrypted"),
        row.getString("return_to"));
  }
}
