package io.blendify.bench.cold;

import java.sql.DriverManager;
import java.sql.SQLException;

/** One statement on a connection of its own, as somebody writes it who has no framework. */
final class BareDatabase {

  private BareDatabase() {}

  /** The database and the person are the same that ours uses. */
  static void ask() {
    var environment = System.getenv();
    var url = environment.get("BLENDIFY_DATABASE_URL");
    if (!"yes".equals(environment.get("BARE_DATABASE")) || url == null) {
      return;
    }
    try (var connection =
            DriverManager.getConnection(
                url,
                environment.get("BLENDIFY_DATABASE_USER"),
                environment.get("BLENDIFY_DATABASE_PASSWORD"));
        var statement = connection.prepareStatement("SELECT id FROM users LIMIT 1");
        var rows = statement.executeQuery()) {
      rows.next();
    } catch (SQLException e) {
      throw new IllegalStateException("no answer from the database", e);
    }
  }
}
