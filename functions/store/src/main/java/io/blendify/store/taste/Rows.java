package io.blendify.store.taste;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All rows that a statement gives. */
final class Rows {

  private Rows() {}

  interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  interface Reading<T> {
    T read(ResultSet rows) throws SQLException;
  }

  static <T> List<T> query(JdbcOperations jdbc, String sql, Binding binding, Reading<T> reading) {
    return jdbc.prepareStatement(
        sql,
        statement -> {
          binding.bind(statement);
          var all = new ArrayList<T>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              all.add(reading.read(rows));
            }
          }
          return all;
        });
  }
}
