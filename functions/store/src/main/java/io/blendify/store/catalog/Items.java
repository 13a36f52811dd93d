package io.blendify.store.catalog;

import io.blendify.core.ProviderId;
import io.blendify.core.item.ItemKey;
import io.blendify.core.item.Kind;
import io.blendify.store.SqlArray;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every statement on {@code catalog.items}. */
@Singleton
final class Items {

  private final JdbcOperations jdbc;

  Items(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds those that are missing, in a fixed order.
   *
   * @return the rows that were added, and none that another worker added at the same time
   */
  Map<ItemKey, Long> add(List<ItemKey> keys) {
    return jdbc.prepareStatement(
        """
        INSERT INTO catalog.items (provider, kind, provider_item_id)
        SELECT w.provider, w.kind, w.provider_item_id
        FROM unnest(?, ?, ?) AS w (provider, kind, provider_item_id)
        ORDER BY w.provider, w.kind, w.provider_item_id
        ON CONFLICT (provider, kind, provider_item_id) DO NOTHING
        RETURNING id, provider, kind, provider_item_id
        """,
        statement -> {
          SqlArray.text(statement, 1, keys.stream().map(key -> key.provider().value()).toList());
          SqlArray.text(statement, 2, keys.stream().map(key -> key.kind().label()).toList());
          SqlArray.text(statement, 3, keys.stream().map(key -> key.id()).toList());
          return added(statement);
        });
  }

  private static Map<ItemKey, Long> added(PreparedStatement statement) throws SQLException {
    var added = new HashMap<ItemKey, Long>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        var key =
            new ItemKey(
                new ProviderId(rows.getString("provider")),
                Kind.of(rows.getString("kind")),
                rows.getString("provider_item_id"));
        added.put(key, rows.getLong("id"));
      }
    }
    return added;
  }
}
