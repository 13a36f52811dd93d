package io.blendify.store.export;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads what is kept about a person. */
@Singleton
public class Exports {

  private final JdbcOperations jdbc;

  Exports(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Rows of one section in the order of their places.
   *
   * @param after the place of the last row that was read; empty for the first ones
   */
  @Transactional(readOnly = true)
  public List<ExportRow> read(UUID userId, Section section, String after, int limit) {
    return jdbc.prepareStatement(
        """
        SELECT place, CAST(row AS text) AS row FROM (%s) AS section
        WHERE place COLLATE "C" > ? ORDER BY place COLLATE "C" LIMIT ?
        """
            .formatted(section.sql()),
        statement -> {
          statement.setObject(1, userId);
          statement.setString(2, after);
          statement.setInt(3, limit);
          var found = new ArrayList<ExportRow>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(new ExportRow(rows.getString("place"), rows.getString("row")));
            }
          }
          return found;
        });
  }
}
