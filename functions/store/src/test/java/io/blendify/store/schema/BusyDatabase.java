package io.blendify.store.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * A database as it is after a while: many people with a little each, and one, {@link #COLLECTOR},
 * with 8,000 items and 20,000 plays. Made by a dozen statements, without chance; 10,000 people take
 * about a minute.
 */
final class BusyDatabase {

  /** {@code md5('user 1')}. */
  static final UUID COLLECTOR = UUID.fromString("bb9836f5-e2ce-756d-059b-9a4556283bc0");

  /** {@code md5('user 2')}. */
  static final UUID SOMEBODY = UUID.fromString("c1a14abf-ddf5-af4c-dc6c-5a3c04b98149");

  private static final String FILL =
      """
      INSERT INTO users (id, display_name, created_at, updated_at)
      SELECT md5('user ' || n)::uuid, 'Person ' || n, timestamptz '2026-01-01', timestamptz '2026-01-01'
      FROM generate_series(1, @people@) AS n;
      INSERT INTO catalog.items (provider, kind, provider_item_id)
      SELECT 'spotify', CASE WHEN n <= 40000 THEN 'track' WHEN n <= 46000 THEN 'artist' WHEN n <= 52000 THEN 'album' ELSE 'playlist' END, 'item' || n
      FROM generate_series(1, 54000) AS n;
      INSERT INTO catalog.item_versions (item_id, content_hash, name, artist_name, duration_ms, metadata, first_seen_at)
      SELECT id, sha256(provider_item_id::bytea), 'Name ' || id, 'Artist ' || id % 5000, 180000 + id,
        jsonb_build_object('id', provider_item_id, 'markets', repeat(md5(id::text), 6)), timestamptz '2026-01-01'
      FROM catalog.items ORDER BY id;
      INSERT INTO catalog.popularity SELECT id, timestamptz '2026-01-01', id % 100, id * 10 FROM catalog.items WHERE kind IN ('track','artist');

      INSERT INTO history.lists (user_id, provider, resource, list_key, version_ids, content_hash, observed_at, job_id)
      SELECT md5('user ' || u)::uuid, 'spotify', r.resource, r.list_key,
        ARRAY(SELECT r.base + 1 + (u * 131 + p * 17 + d) % r.size FROM generate_series(1, 50) AS p),
        sha256((u || r.resource || r.list_key || d)::bytea), timestamptz '2026-01-01' + d * interval '1 day', md5('job')::uuid
      FROM generate_series(1, @people@) AS u
      CROSS JOIN (VALUES ('top_tracks','short_term',0,40000), ('top_tracks','medium_term',0,40000), ('top_tracks','long_term',0,40000),
        ('top_artists','short_term',40000,6000), ('top_artists','medium_term',40000,6000), ('top_artists','long_term',40000,6000)) AS r (resource, list_key, base, size)
      CROSS JOIN generate_series(0, 1) AS d;
      INSERT INTO history.lists (user_id, provider, resource, list_key, version_ids, content_hash, observed_at, job_id)
      SELECT md5('user ' || u)::uuid, 'spotify', 'playlist_tracks', 'item' || 52000 + p,
        ARRAY(SELECT 1 + (u * 131 + p * 977 + i * 17) % 40000 FROM generate_series(1, 50) AS i),
        sha256((u || '/' || p)::bytea), timestamptz '2026-01-01', md5('job')::uuid
      FROM generate_series(1, @people@) AS u CROSS JOIN generate_series(1, 40) AS p WHERE u = 1 OR p <= 2;
      INSERT INTO history.memberships (user_id, provider, resource, item_id, version_id, action, member_since, observed_at, job_id)
      SELECT md5('user ' || u)::uuid, 'spotify', r.resource, i, i, 'added', timestamptz '2025-01-01' + n * interval '1 hour', timestamptz '2026-01-01', md5('job')::uuid
      FROM generate_series(1, @people@) AS u
      CROSS JOIN (VALUES ('saved_tracks',0,40000,5000,30), ('saved_albums',46000,6000,500,5), ('followed_artists',40000,6000,160,5), ('playlists',52000,2000,40,2)) AS r (resource, base, size, many, few)
      CROSS JOIN LATERAL generate_series(1, CASE WHEN u = 1 THEN r.many ELSE r.few END) AS n
      CROSS JOIN LATERAL (SELECT r.base + CASE WHEN r.resource = 'playlists' THEN n ELSE 1 + (u * 131 + n * 7) % r.size END) AS x (i);
      INSERT INTO history.plays (user_id, provider, played_at, item_id, version_id, observed_at, job_id)
      SELECT md5('user ' || u)::uuid, 'spotify', timestamptz '2025-06-01' + n * interval '5 minutes', i, i, timestamptz '2026-01-01', md5('job')::uuid
      FROM generate_series(1, @people@) AS u
      CROSS JOIN LATERAL generate_series(1, CASE WHEN u = 1 THEN 20000 ELSE 20 END) AS n
      CROSS JOIN LATERAL (SELECT 1 + (u * 131 + n * 7) % 40000) AS x (i);
      """;

  private BusyDatabase() {}

  static void fill(Connection owner, int people) throws SQLException {
    Ask.run(owner, FILL.replace("@people@", Integer.toString(people)));
    for (var table :
        List.of(
            "users",
            "catalog.items",
            "catalog.item_versions",
            "catalog.popularity",
            "history.lists",
            "history.memberships",
            "history.plays")) {
      Ask.run(owner, "VACUUM ANALYZE " + table);
    }
  }
}
