package io.blendify.bench.blend;

/** The statements that make a {@link Crowd}. */
final class CrowdRows {

  /**
   * 20,000 tracks of 2,000 artists, each with as much JSON as makes 2 to 5 MB of a person's rows.
   */
  static final String CATALOGUE =
      """
      INSERT INTO catalog.items (provider, kind, provider_item_id)
      SELECT 'spotify', 'track', 'track' || n FROM generate_series(1, 20000) n;
      INSERT INTO catalog.items (provider, kind, provider_item_id)
      SELECT 'spotify', 'artist', 'artist' || n FROM generate_series(0, 1999) n;
      INSERT INTO catalog.item_versions (item_id, content_hash, name, artist_name, artist_ids,
        artist_names, album_id, album_name, image_url, duration_ms, isrc, explicit, release_date,
        url, metadata, first_seen_at)
      SELECT i.id, sha256(convert_to(i.provider_item_id, 'UTF8')), 'Song ' || n, 'Artist ' || a,
        ARRAY['artist' || a], ARRAY['Artist ' || a], 'album' || n / 10, 'Album ' || n / 10,
        'https://i.scdn.co/image/' || md5('album' || n / 10), 180000 + n, 'DEAB1' || lpad(n::text, 7, '0'),
        false, '2015-06-01', 'https://open.spotify.com/track/' || md5(n::text),
        jsonb_build_object('id', 'track' || n, 'name', 'Song ' || n, 'uri', 'spotify:track:' || md5(n::text),
          'duration_ms', 180000 + n, 'explicit', false,
          'external_ids', jsonb_build_object('isrc', 'DEAB1' || lpad(n::text, 7, '0')),
          'artists', jsonb_build_array(jsonb_build_object('id', 'artist' || a, 'name', 'Artist ' || a)),
          'album', jsonb_build_object('id', 'album' || n / 10, 'name', 'Album ' || n / 10, 'release_date', '2015-06-01',
            'images', jsonb_build_array(jsonb_build_object('url', 'https://i.scdn.co/image/' || md5('c' || n / 10))))),
        '2026-01-01'
      FROM catalog.items i,
        LATERAL (SELECT substr(i.provider_item_id, 6)::integer AS n) t, LATERAL (SELECT t.n / 10 AS a) x
      WHERE i.kind = 'track';
      INSERT INTO catalog.item_versions (item_id, content_hash, name, genres, metadata, first_seen_at)
      SELECT i.id, sha256(convert_to(i.provider_item_id, 'UTF8')),
        'Artist ' || substr(i.provider_item_id, 7), ARRAY['genre ' || substr(i.provider_item_id, 7)::integer / 40],
        jsonb_build_object('id', i.provider_item_id, 'name', 'Artist ' || substr(i.provider_item_id, 7)), '2026-01-01'
      FROM catalog.items i WHERE i.kind = 'artist'
      """;

  static final String PEOPLE =
      """
      INSERT INTO users (id, display_name, created_at, updated_at)
      SELECT ('00000000-0000-1000-0000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Person ' || n, '2026-01-01', '2026-01-01'
      FROM generate_series(1, %d) n
      """;

  /** Most of what a person saves lies around a home of the person's own, the rest anywhere. */
  static final String HISTORY =
      """
      CREATE TEMP TABLE liked AS
      SELECT v.item_id, v.id AS version_id, l.place, l.track
      FROM (
        SELECT track, min(place) AS place
        FROM (
          SELECT place, 1 + (CASE WHEN hashtext('%2$s/' || place) %% 3 = 0
                     THEN abs(hashtext('%2$s-' || place)::bigint) %% 20000
                     ELSE (%2$d * 1700 + abs(hashtext('%2$s+' || place)::bigint) %% 9000) %% 20000 END)::integer AS track
          FROM generate_series(1, 40000) place) drawn
        GROUP BY track ORDER BY min(place) LIMIT %3$d) l
      JOIN catalog.items i ON i.provider = 'spotify' AND i.kind = 'track' AND i.provider_item_id = 'track' || l.track
      JOIN catalog.item_versions v ON v.item_id = i.id;
      INSERT INTO history.memberships (user_id, provider, resource, item_id, version_id, action, member_since,
        observed_at, job_id)
      SELECT '%1$s', 'spotify', 'saved_tracks', item_id, version_id, 'added', timestamptz '2026-01-01' - place * interval '3 hours',
        '2026-05-01', gen_random_uuid()
      FROM liked;
      INSERT INTO history.lists (user_id, provider, resource, list_key, version_ids, content_hash, observed_at, job_id)
      SELECT '%1$s', 'spotify', 'top_tracks', r.key, array_agg(l.version_id ORDER BY l.place), sha256('tracks'), '2026-05-01',
        gen_random_uuid()
      FROM (VALUES ('short_term', 0), ('medium_term', 50), ('long_term', 100)) r (key, after)
      JOIN (SELECT version_id, row_number() OVER (ORDER BY place) AS place FROM liked) l
        ON l.place > r.after AND l.place <= r.after + 50
      GROUP BY r.key;
      INSERT INTO history.lists (user_id, provider, resource, list_key, version_ids, content_hash, observed_at, job_id)
      SELECT '%1$s', 'spotify', 'top_artists', r.key, array_agg(a.id ORDER BY a.id), sha256('artists'), '2026-05-01',
        gen_random_uuid()
      FROM (VALUES ('short_term', 0), ('medium_term', 50), ('long_term', 100)) r (key, after)
      JOIN (
        SELECT v.id, row_number() OVER (ORDER BY min(l.place)) AS place
        FROM liked l
        JOIN catalog.items i ON i.provider = 'spotify' AND i.kind = 'artist' AND i.provider_item_id = 'artist' || l.track / 10
        JOIN catalog.item_versions v ON v.item_id = i.id
        GROUP BY v.id) a ON a.place > r.after AND a.place <= r.after + 50
      GROUP BY r.key;
      DROP TABLE liked
      """;

  static final String OTHERS =
      """
      INSERT INTO taste.profiles (user_id, version, inputs, profile, packed, artist_keys, recording_keys, genre_keys, built_at)
      SELECT u.id, p.version, p.inputs, p.profile, p.packed, p.artist_keys, p.recording_keys, p.genre_keys, p.built_at
      FROM generate_series(%1$d, %2$d - 1) n
      JOIN users u ON u.id = ('00000000-0000-1000-0000-' || lpad(to_hex(n + 1), 12, '0'))::uuid
      JOIN taste.profiles p
        ON p.user_id = ('00000000-0000-1000-0000-' || lpad(to_hex(n %% %1$d + 1), 12, '0'))::uuid
      """;

  static final String BLEND =
      """
      INSERT INTO blends (id, name, created_by_user_id, algorithm_type, algorithm_config, created_at, updated_at)
      VALUES ('%s', 'Together', '%s', 'balanced', '{"length": 50}', '2026-05-01', '2026-05-01')
      """;

  static final String ACCEPTS =
      """
      INSERT INTO blend_participants (id, blend_id, user_id, status, joined_at)
      VALUES (gen_random_uuid(), '%1$s', '%2$s', 'accepted', '2026-05-01');
      INSERT INTO consents (user_id, blend_id, resources, granted, decided_at)
      VALUES ('%2$s', '%1$s', ARRAY['top_tracks', 'top_artists', 'saved_tracks', 'playlist_tracks', 'recently_played'],
        true, '2026-05-01')
      """;

  static final String REFRESH =
      """
      INSERT INTO blend_refreshes (id, blend_id, status, seed, requested_at)
      VALUES ('%s', '%s', 'pending', 7, '2026-05-02')
      """;

  private CrowdRows() {}
}
