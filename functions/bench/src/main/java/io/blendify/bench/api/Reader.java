package io.blendify.bench.api;

import io.blendify.store.TestDatabase;
import java.sql.SQLException;
import java.util.UUID;

/** Somebody with 500 saved tracks. */
record Reader(UUID id) {

  static Reader in(TestDatabase database) throws SQLException {
    var id = UUID.randomUUID();
    try (var connection = database.asOwner();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO users (id, display_name, created_at, updated_at)
          VALUES ('%1$s', 'Ada', '2026-01-01', '2026-01-01');
          INSERT INTO catalog.items (provider, kind, provider_item_id)
          SELECT 'spotify', 'track', 'track-' || n FROM generate_series(1, 500) n;
          INSERT INTO catalog.item_versions
            (item_id, content_hash, name, artist_name, album_name, duration_ms, metadata,
             first_seen_at)
          SELECT id, sha256(convert_to(provider_item_id, 'UTF8')), 'Song ' || provider_item_id,
                 'Artist', 'Album', 200000, '{}', '2026-01-01'
          FROM catalog.items;
          INSERT INTO history.memberships
            (user_id, provider, resource, item_id, version_id, action, member_since, observed_at,
             job_id)
          SELECT '%1$s', 'spotify', 'saved_tracks', item_id, id, 'added',
                 CAST('2025-01-01' AS timestamptz) + id * interval '1 hour', '2026-01-02',
                 gen_random_uuid()
          FROM catalog.item_versions;
          ANALYZE;
          """
              .formatted(id));
    }
    return new Reader(id);
  }
}
