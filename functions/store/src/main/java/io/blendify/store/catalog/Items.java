package io.blendify.store.catalog;

import io.blendify.core.item.ItemKey;
import io.blendify.store.SqlArray;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.List;

/** Every statement on {@code catalog.items}. */
@Singleton
final class Items {

  private final JdbcOperations jdbc;

  Items(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds those that are missing, in a fixed order. */
  int add(List<ItemKey> keys) {
    return jdbc.prepareStatement(
        """
        INSERT INTO catalog.items (provider, kind, provider_item_id)
        SELECT w.provider, w.kind, w.provider_item_id
        FROM unnest(?, ?, ?) AS w (provider, kind, provider_item_id)
        WHERE NOT EXISTS (
          SELECT FROM catalog.items i
          WHERE i.provider = w.provider AND i.kind = w.kind
            AND i.provider_item_id = w.provider_item_id)
        ORDER BY w.provider, w.kind, w.provider_item_id
        ON CONFLICT (provider, kind, provider_item_id) DO NOTHING
        """,
        statement -> {
          SqlArray.text(statement, 1, keys.stream().map(key -> key.provider().value()).toList());
          SqlArray.text(statement, 2, keys.stream().map(key -> key.kind().label()).toList());
          SqlArray.text(statement, 3, keys.stream().map(key -> key.id()).toList());
          return statement.executeUpdate();
        });
  }
}
