package io.blendify.store.connection;

import io.blendify.core.ProviderId;
import io.blendify.store.SqlTime;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Statements on what is sealed, whoever's it is, a page of rows at a time. */
@Singleton
class SealedTokens {

  private final JdbcOperations jdbc;

  SealedTokens(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The last id of the next so many rows; empty where fewer are left. */
  @Transactional
  Optional<UUID> lastOfPage(UUID after, int rows) {
    return jdbc.prepareStatement(
        "SELECT id FROM provider_connections WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?",
        statement -> {
          statement.setObject(1, after);
          statement.setInt(2, rows - 1);
          try (var found = statement.executeQuery()) {
            return found.next()
                ? Optional.of(found.getObject("id", UUID.class))
                : Optional.<UUID>empty();
          }
        });
  }

  /** Which keys sealed the tokens of that page. */
  @Transactional
  Set<Integer> keys(UUID after, UUID until) {
    return jdbc.prepareStatement(
        """
        SELECT substring(access_token_encrypted FROM 1 FOR 5) AS sealed
        FROM provider_connections WHERE id > ? AND id <= ?
        UNION
        SELECT substring(refresh_token_encrypted FROM 1 FOR 5)
        FROM provider_connections WHERE id > ? AND id <= ?
        """,
        statement -> {
          statement.setObject(1, after);
          statement.setObject(2, until);
          statement.setObject(3, after);
          statement.setObject(4, until);
          return keys(statement.executeQuery());
        });
  }

  /** Which keys sealed what people who are connecting at this moment will come back with. */
  @Transactional
  Set<Integer> keysOfAttempts() {
    return jdbc.prepareStatement(
        "SELECT DISTINCT substring(code_verifier_encrypted FROM 1 FOR 5) AS sealed"
            + " FROM connect_attempts",
        statement -> keys(statement.executeQuery()));
  }

  private static Set<Integer> keys(ResultSet rows) throws SQLException {
    var keys = new TreeSet<Integer>();
    try (rows) {
      while (rows.next()) {
        var sealed = rows.getBytes("sealed");
        if (sealed != null) {
          keys.add(TokenKeyset.keyOf(sealed));
        }
      }
    }
    return keys;
  }

  /** Rows of that page of which another key than this one sealed a token. */
  @Transactional
  List<SealedRow> notSealedWith(int key, UUID after, UUID until) {
    return jdbc.prepareStatement(
        """
        SELECT id, user_id, provider, access_token_encrypted, refresh_token_encrypted, token_version
        FROM provider_connections
        WHERE id > ? AND id <= ?
          AND (substring(access_token_encrypted FROM 1 FOR 5) <> ?
               OR substring(refresh_token_encrypted FROM 1 FOR 5) <> ?)
        ORDER BY id
        """,
        statement -> {
          statement.setObject(1, after);
          statement.setObject(2, until);
          statement.setBytes(3, prefix(key));
          statement.setBytes(4, prefix(key));
          var rows = new ArrayList<SealedRow>();
          try (var found = statement.executeQuery()) {
            while (found.next()) {
              rows.add(row(found));
            }
          }
          return rows;
        });
  }

  private static byte[] prefix(int key) {
    return ByteBuffer.allocate(5).put((byte) 1).putInt(key).array();
  }

  private static SealedRow row(ResultSet found) throws SQLException {
    return new SealedRow(
        found.getObject("id", UUID.class),
        found.getObject("user_id", UUID.class),
        new ProviderId(found.getString("provider")),
        found.getBytes("access_token_encrypted"),
        found.getBytes("refresh_token_encrypted"),
        found.getInt("token_version"));
  }

  /**
   * Puts the same tokens in place, sealed anew, unless somebody has changed them or is just
   * refreshing them. The version moves on, so that who has read the old bytes cannot write them
   * back.
   *
   * @param idle leases that ended before this have no holder any more
   * @return how many rows it did
   */
  @Transactional
  int replace(List<SealedRow> rows, Instant idle) {
    return jdbc.prepareStatement(
        """
        UPDATE provider_connections
        SET access_token_encrypted = anew.access, refresh_token_encrypted = anew.refresh,
            token_version = provider_connections.token_version + 1
        FROM unnest(?, ?, ?, ?) AS anew (id, version, access, refresh)
        WHERE provider_connections.id = anew.id
          AND provider_connections.token_version = anew.version
          AND (refresh_lease_until IS NULL OR refresh_lease_until < ?)
        """,
        statement -> {
          var connection = statement.getConnection();
          var ids = rows.stream().map(SealedRow::id).toArray();
          var versions = rows.stream().map(SealedRow::version).toArray();
          var access = rows.stream().map(SealedRow::access).toArray(byte[][]::new);
          var refresh = rows.stream().map(SealedRow::refresh).toArray(byte[][]::new);
          statement.setArray(1, connection.createArrayOf("uuid", ids));
          statement.setArray(2, connection.createArrayOf("integer", versions));
          statement.setArray(3, connection.createArrayOf("bytea", access));
          statement.setArray(4, connection.createArrayOf("bytea", refresh));
          SqlTime.set(statement, 5, idle);
          return statement.executeUpdate();
        });
  }
}
