package io.blendify.store.schema;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes the generated part of {@code schema/README.md} from the database's own comments. */
final class DataDictionary {

  static final Path README = Path.of("../../schema/README.md");

  /** What stands between introduction and generated part. */
  static final String FROM_HERE =
      "<!-- From here on made from the database's comments: see the first lines. -->\n";

  /** Every object with its comment, but what Flyway keeps for itself. */
  static final String EVERYTHING =
      """
      SELECT n.nspname AS schema_name, c.relname AS name, c.relkind::text AS kind, a.attnum AS place,
        n.nspname || '.' || c.relname || coalesce('.' || a.attname, '') AS what,
        a.attname AS column_name,
        format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN '' WHEN c.relkind = 'v' THEN '' ELSE ', null' END AS type,
        CASE WHEN a.attnum IS NULL THEN obj_description(c.oid, 'pg_class') ELSE col_description(c.oid, a.attnum) END AS comment
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      CROSS JOIN LATERAL (
        SELECT attnum, attname, atttypid, atttypmod, attnotnull FROM pg_attribute
        WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
        UNION ALL SELECT NULL, NULL, NULL, NULL, NULL) AS a
      WHERE n.nspname IN ('public', 'catalog', 'history', 'taste') AND c.relkind IN ('r', 'v')
        AND c.relname <> 'flyway_schema_history'
      UNION ALL
      SELECT n.nspname, p.proname, 'f', NULL, p.oid::regprocedure::text,
        n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
        pg_get_function_result(p.oid), obj_description(p.oid, 'pg_proc')
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname IN ('public', 'catalog', 'history', 'taste')
      UNION ALL
      SELECT n.nspname, n.nspname, 's', NULL, n.nspname, NULL, NULL, obj_description(n.oid, 'pg_namespace')
      FROM pg_namespace n WHERE n.nspname IN ('public', 'catalog', 'history', 'taste')
      """;

  private static final String[][] PARTS = {
    {"public", "v", "Reading views", "user\\_%"},
    {"catalog", "r", "catalog", "%"},
    {"history", "r", "history", "%"},
    {"public", "r", "public", "%"},
    {"taste", "r", "taste", "%"}
  };

  private DataDictionary() {}

  static String of(Connection connection) throws SQLException {
    var text = new StringBuilder();
    for (var part : PARTS) {
      text.append("\n## ").append(part[2]).append("\n\n");
      if (part[1].equals("r")) {
        text.append(comment(connection, part[0], "s", part[0])).append("\n");
      } else {
        text.append(
            "Beside each view stands `current_…` with the same columns: what holds now. The columns of a view may be"
                + " null where their meaning says so.\n");
      }
      for (var name :
          Ask.rows(
              connection,
              "SELECT name FROM ("
                  + EVERYTHING
                  + ") AS e WHERE schema_name = ? AND kind = ? AND place IS NULL AND name LIKE ?"
                  + " ORDER BY name COLLATE \"C\"",
              part[0],
              part[1],
              part[3])) {
        table(connection, text, part[0], part[1], name);
      }
    }
    return functions(connection, text.append("\n## Functions\n\n| function | |\n|---|---|\n"))
        .toString();
  }

  private static void table(
      Connection connection, StringBuilder text, String schema, String kind, String name)
      throws SQLException {
    text.append("\n### ").append(schema.equals("public") ? "" : schema + ".").append(name);
    text.append("\n\n").append(comment(connection, schema, kind, name));
    text.append("\n\n| column | type | meaning |\n|---|---|---|\n");
    for (var row :
        Ask.rows(
            connection,
            "SELECT '| ' || column_name || ' | ' || type || ' | ' || comment || ' |' FROM ("
                + EVERYTHING
                + ") AS e WHERE schema_name = ? AND name = ? AND kind = ? AND place IS NOT NULL ORDER BY place",
            schema,
            name,
            kind)) {
      text.append(row).append("\n");
    }
  }

  private static StringBuilder functions(Connection connection, StringBuilder text)
      throws SQLException {
    for (var row :
        Ask.rows(
            connection,
            "SELECT '| ' || column_name || ' | ' || comment || ' |' FROM ("
                + EVERYTHING
                + ") AS e WHERE kind = 'f' ORDER BY column_name COLLATE \"C\"")) {
      text.append(row).append("\n");
    }
    return text;
  }

  private static String comment(Connection connection, String schema, String kind, String name)
      throws SQLException {
    return Ask.one(
        connection,
        "SELECT comment FROM ("
            + EVERYTHING
            + ") AS e WHERE schema_name = ? AND kind = ? AND name = ? AND place IS NULL",
        schema,
        kind,
        name);
  }
}
