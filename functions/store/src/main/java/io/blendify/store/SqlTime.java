package io.blendify.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Binds moments as {@code timestamptz}: in UTC, so that no machine's time zone has a say. */
public final class SqlTime {

  private SqlTime() {}

  public static void set(PreparedStatement statement, int index, @Nullable Instant moment)
      throws SQLException {
    statement.setObject(index, moment == null ? null : moment.atOffset(ZoneOffset.UTC));
  }

  public static @Nullable Instant get(ResultSet rows, String column) throws SQLException {
    var moment = rows.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
