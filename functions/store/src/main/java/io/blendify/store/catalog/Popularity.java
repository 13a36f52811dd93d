package io.blendify.store.catalog;

import io.blendify.core.item.Item;
import io.blendify.store.SqlArray;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Every statement on {@code catalog.popularity}. */
@Singleton
final class Popularity {

  private final JdbcOperations jdbc;

  Popularity(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds the values that differ from the newest known; an item that says nothing has none. */
  void add(List<Item> items, Catalog.Resolved resolved, Instant seenAt) {
    var telling =
        items.stream()
            .filter(i -> i.metadata().popularity() != null || i.metadata().followerCount() != null)
            .toList();
    if (telling.isEmpty()) {
      return;
    }
    jdbc.prepareStatement(
        """
        INSERT INTO catalog.popularity (item_id, observed_at, popularity, follower_count)
        SELECT DISTINCT ON (w.item_id) w.item_id, CAST(? AS timestamptz), w.popularity,
               w.follower_count
        FROM unnest(?, ?, ?) AS w (item_id, popularity, follower_count)
        LEFT JOIN LATERAL (
          SELECT p.popularity, p.follower_count
          FROM catalog.popularity p
          WHERE p.item_id = w.item_id
          ORDER BY p.observed_at DESC
          LIMIT 1) newest ON true
        WHERE (w.popularity, w.follower_count)
          IS DISTINCT FROM (CAST(newest.popularity AS integer), newest.follower_count)
        ORDER BY w.item_id, w.popularity DESC NULLS LAST, w.follower_count DESC NULLS LAST
        ON CONFLICT (item_id, observed_at) DO NOTHING
        """,
        statement -> {
          statement.setObject(1, seenAt.atOffset(ZoneOffset.UTC));
          SqlArray.bigint(
              statement, 2, telling.stream().map(i -> resolved.of(i).itemId()).toList());
          SqlArray.integer(
              statement, 3, telling.stream().map(i -> i.metadata().popularity()).toList());
          SqlArray.bigint(
              statement, 4, telling.stream().map(i -> i.metadata().followerCount()).toList());
          return statement.executeUpdate();
        });
  }
}
