package io.blendify.store.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Short ways to ask a database in a test. */
final class Ask {

  private Ask() {}

  /** Each row as one line, its columns joined by {@code |}; null is {@code ∅}. */
  static List<String> rows(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (var rows = statement.executeQuery()) {
        var lines = new ArrayList<String>();
        while (rows.next()) {
          var line = new StringJoiner("|");
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            var value = rows.getString(i);
            line.add(value == null ? "∅" : value);
          }
          lines.add(line.toString());
        }
        return lines;
      }
    }
  }

  static String one(Connection connection, String sql, Object... parameters) throws SQLException {
    return rows(connection, sql, parameters).getFirst();
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
