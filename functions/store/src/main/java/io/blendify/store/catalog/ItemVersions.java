package io.blendify.store.catalog;

import io.blendify.core.item.ContentHash;
import io.blendify.core.item.Item;
import io.blendify.core.item.ItemKey;
import io.blendify.store.SqlArray;
import io.blendify.store.catalog.Catalog.Description;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every statement on {@code catalog.item_versions}. */
@Singleton
final class ItemVersions {

  static final Comparator<Novel> ORDER =
      Comparator.comparingLong(Novel::itemId)
          .thenComparing(novel -> novel.item().metadata().hash().hex());

  private final JdbcOperations jdbc;

  ItemVersions(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** What is known of these descriptions, by their place in the list, from 0. */
  Map<Integer, Known> find(List<Item> wanted) {
    return jdbc.prepareStatement(
        """
        SELECT w.place, i.id AS item_id, v.id AS version_id
        FROM unnest(?, ?, ?, ?) WITH ORDINALITY
          AS w (provider, kind, provider_item_id, content_hash, place)
        JOIN catalog.items i ON i.provider = w.provider AND i.kind = w.kind
          AND i.provider_item_id = w.provider_item_id
        LEFT JOIN catalog.item_versions v ON v.item_id = i.id AND v.content_hash = w.content_hash
        """,
        statement -> {
          bindKeys(statement, wanted);
          var found = new HashMap<Integer, Known>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              var known =
                  new Known(rows.getLong("item_id"), rows.getObject("version_id", Long.class));
              found.put(rows.getInt("place") - 1, known);
            }
          }
          return found;
        });
  }

  /**
   * An item that is in the catalogue.
   *
   * @param versionId of the wanted description; null where that is new
   */
  record Known(long itemId, @Nullable Long versionId) {}

  /** A description that is to be added. */
  record Novel(long itemId, Item item) {}

  /**
   * Adds those that are missing, in a fixed order.
   *
   * @return the rows that were added, and none that another worker added at the same time
   */
  Map<Description, ItemVersion> add(List<Novel> novel, Instant seenAt) {
    return jdbc.prepareStatement(
        """
        INSERT INTO catalog.item_versions (
          item_id, content_hash, name, artist_name, artist_ids, artist_names, album_id, album_name,
          image_url, duration_ms, isrc, explicit, genres, release_date, album_type, total_tracks,
          description, is_public, owner_id, owner_name, url, metadata, first_seen_at)
        SELECT w.item_id, w.content_hash, w.name, w.artist_name, CAST(w.artist_ids AS text[]),
               CAST(w.artist_names AS text[]), w.album_id, w.album_name, w.image_url,
               w.duration_ms, w.isrc, w.explicit, CAST(w.genres AS text[]), w.release_date,
               w.album_type, w.total_tracks, w.description, w.is_public, w.owner_id,
               w.owner_name, w.url, CAST(w.metadata AS jsonb), ?
        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          AS w (item_id, content_hash, name, artist_name, artist_ids, artist_names, album_id,
                album_name, image_url, duration_ms, isrc, explicit, genres, release_date,
                album_type, total_tracks, description, is_public, owner_id, owner_name, url,
                metadata)
        ORDER BY w.item_id, w.content_hash
        ON CONFLICT (item_id, content_hash) DO NOTHING
        RETURNING id, item_id, content_hash
        """,
        statement -> {
          statement.setObject(1, seenAt.atOffset(ZoneOffset.UTC));
          SqlArray.bigint(statement, 2, novel.stream().map(Novel::itemId).toList());
          SqlArray.bytea(
              statement, 3, novel.stream().map(n -> n.item().metadata().hash().bytes()).toList());
          bindColumns(statement, novel.stream().map(n -> Columns.of(n.item())).toList());
          return added(statement, novel);
        });
  }

  private static Map<Description, ItemVersion> added(PreparedStatement statement, List<Novel> novel)
      throws SQLException {
    var keys = new HashMap<Long, ItemKey>();
    novel.forEach(one -> keys.put(one.itemId(), one.item().key()));
    var added = new HashMap<Description, ItemVersion>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        long item = rows.getLong("item_id");
        var hash = new ContentHash(HexFormat.of().formatHex(rows.getBytes("content_hash")));
        var description = new Description(Objects.requireNonNull(keys.get(item)), hash);
        added.put(description, new ItemVersion(item, rows.getLong("id")));
      }
    }
    return added;
  }

  private static void bindKeys(PreparedStatement statement, List<Item> items) throws SQLException {
    SqlArray.text(statement, 1, items.stream().map(i -> i.key().provider().value()).toList());
    SqlArray.text(statement, 2, items.stream().map(i -> i.key().kind().label()).toList());
    SqlArray.text(statement, 3, items.stream().map(i -> i.key().id()).toList());
    SqlArray.bytea(statement, 4, items.stream().map(i -> i.metadata().hash().bytes()).toList());
  }

  private static void bindColumns(PreparedStatement statement, List<Columns> rows)
      throws SQLException {
    SqlArray.text(statement, 4, rows.stream().map(Columns::name).toList());
    SqlArray.text(statement, 5, rows.stream().map(Columns::artistName).toList());
    SqlArray.text(statement, 6, rows.stream().map(Columns::artistIds).toList());
    SqlArray.text(statement, 7, rows.stream().map(Columns::artistNames).toList());
    SqlArray.text(statement, 8, rows.stream().map(Columns::albumId).toList());
    SqlArray.text(statement, 9, rows.stream().map(Columns::albumName).toList());
    SqlArray.text(statement, 10, rows.stream().map(Columns::imageUrl).toList());
    SqlArray.integer(statement, 11, rows.stream().map(Columns::durationMs).toList());
    SqlArray.text(statement, 12, rows.stream().map(Columns::isrc).toList());
    SqlArray.bool(statement, 13, rows.stream().map(Columns::explicit).toList());
    SqlArray.text(statement, 14, rows.stream().map(Columns::genres).toList());
    SqlArray.text(statement, 15, rows.stream().map(Columns::releaseDate).toList());
    SqlArray.text(statement, 16, rows.stream().map(Columns::albumType).toList());
    SqlArray.integer(statement, 17, rows.stream().map(Columns::totalTracks).toList());
    SqlArray.text(statement, 18, rows.stream().map(Columns::description).toList());
    SqlArray.bool(statement, 19, rows.stream().map(Columns::isPublic).toList());
    SqlArray.text(statement, 20, rows.stream().map(Columns::ownerId).toList());
    SqlArray.text(statement, 21, rows.stream().map(Columns::ownerName).toList());
    SqlArray.text(statement, 22, rows.stream().map(Columns::url).toList());
    SqlArray.text(statement, 23, rows.stream().map(Columns::metadata).toList());
  }
}
