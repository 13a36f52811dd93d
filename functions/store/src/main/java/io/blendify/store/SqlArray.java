package io.blendify.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Binds lists as PostgreSQL arrays, for statements that take a whole page at once through {@code
 * unnest}. Elements may be null.
 */
public final class SqlArray {

  private SqlArray() {}

  /** What PostgreSQL cannot keep is replaced. */
  public static void text(
      PreparedStatement statement, int index, List<? extends @Nullable String> values)
      throws SQLException {
    bind(
        statement,
        index,
        "text",
        values.stream()
            .map(value -> value == null ? null : PostgresText.of(value))
            .toArray(String[]::new));
  }

  public static void bigint(
      PreparedStatement statement, int index, List<? extends @Nullable Long> values)
      throws SQLException {
    bind(statement, index, "bigint", values.toArray(Long[]::new));
  }

  /** Without boxes, in binary. */
  public static void bigint(PreparedStatement statement, int index, long[] values)
      throws SQLException {
    statement.setObject(index, values);
  }

  public static void integer(
      PreparedStatement statement, int index, List<? extends @Nullable Integer> values)
      throws SQLException {
    bind(statement, index, "integer", values.toArray(Integer[]::new));
  }

  public static void bool(
      PreparedStatement statement, int index, List<? extends @Nullable Boolean> values)
      throws SQLException {
    bind(statement, index, "boolean", values.toArray(Boolean[]::new));
  }

  public static void uuid(PreparedStatement statement, int index, List<UUID> values)
      throws SQLException {
    bind(statement, index, "uuid", values.toArray(UUID[]::new));
  }

  public static void bytea(PreparedStatement statement, int index, List<byte[]> values)
      throws SQLException {
    bind(statement, index, "bytea", values.toArray(byte[][]::new));
  }

  /** As text with its offset, so that no session's or machine's time zone has a say. */
  public static void timestamptz(
      PreparedStatement statement, int index, List<? extends @Nullable Instant> values)
      throws SQLException {
    var texts = values.stream().map(value -> value == null ? null : value.toString());
    bind(statement, index, "timestamptz", texts.toArray(String[]::new));
  }

  /**
   * Arrays of their own class go over the wire in binary; those of objects as text to be parsed.
   */
  private static void bind(
      PreparedStatement statement, int index, String type, @Nullable Object[] values)
      throws SQLException {
    statement.setArray(index, statement.getConnection().createArrayOf(type, values));
  }
}
