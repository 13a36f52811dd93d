-- What readers see: the views and columns that users of such a schema know, one row for each observation.
--
-- Three steps for each resource, so that every projection stands once:
--   history.observed_…   everything, with superseded_at: when a newer observation took the row's place
--   user_…               all rows;  current_user_…: those that hold now
--   user_…_as_of(u, t)   those of user u that held at t
--
-- No view aggregates, sorts or windows, so a condition on user_id (or time_range, playlist_id, track_id) reaches
-- the index below it. What is not asked for is not computed: the catalogue is joined by LEFT JOIN on primary keys,
-- which the planner drops for a count.

-- top_tracks

CREATE VIEW history.observed_top_tracks WITH (security_invoker = true) AS
SELECT
  l.id * 1000000 + e.place AS id,
  l.user_id,
  l.provider,
  i.provider_item_id AS track_id,
  v.name AS track_name,
  v.artist_name,
  v.album_name,
  v.image_url AS album_art_url,
  v.duration_ms,
  v.isrc,
  l.list_key AS time_range,
  e.place::integer AS rank,
  v.metadata AS track_metadata,
  l.observed_at AS fetched_at,
  (SELECT min(n.observed_at) FROM history.lists n
   WHERE n.user_id = l.user_id AND n.resource = l.resource AND n.provider = l.provider
     AND n.list_key = l.list_key AND n.observed_at > l.observed_at) AS superseded_at
FROM history.lists l
CROSS JOIN LATERAL unnest(l.version_ids) WITH ORDINALITY AS e(version_id, place)
LEFT JOIN catalog.item_versions v ON v.id = e.version_id
LEFT JOIN catalog.items i ON i.id = v.item_id
WHERE l.resource = 'top_tracks' AND e.version_id IS NOT NULL;

CREATE VIEW user_top_tracks WITH (security_invoker = true) AS
SELECT id, user_id, provider, track_id, track_name, artist_name, album_name, album_art_url, duration_ms, isrc,
  time_range, rank, track_metadata, fetched_at
FROM history.observed_top_tracks;

CREATE VIEW current_user_top_tracks WITH (security_invoker = true) AS
SELECT id, user_id, provider, track_id, track_name, artist_name, album_name, album_art_url, duration_ms, isrc,
  time_range, rank, track_metadata, fetched_at
FROM history.observed_top_tracks o
WHERE o.superseded_at IS NULL;

CREATE FUNCTION user_top_tracks_as_of(of_user uuid, at_time timestamptz) RETURNS SETOF user_top_tracks
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT id, user_id, provider, track_id, track_name, artist_name, album_name, album_art_url, duration_ms, isrc,
    time_range, rank, track_metadata, fetched_at
  FROM history.observed_top_tracks o
  WHERE o.user_id = of_user
    AND o.fetched_at <= at_time
    AND coalesce(o.superseded_at, 'infinity') > at_time
$$;

-- top_artists

CREATE VIEW history.observed_top_artists WITH (security_invoker = true) AS
SELECT
  l.id * 1000000 + e.place AS id,
  l.user_id,
  l.provider,
  i.provider_item_id AS artist_id,
  v.name AS artist_name,
  v.image_url,
  v.genres,
  (SELECT p.popularity FROM catalog.popularity p
   WHERE p.item_id = v.item_id AND p.observed_at <= l.observed_at
   ORDER BY p.observed_at DESC LIMIT 1) AS popularity,
  (SELECT p.follower_count FROM catalog.popularity p
   WHERE p.item_id = v.item_id AND p.observed_at <= l.observed_at
   ORDER BY p.observed_at DESC LIMIT 1) AS follower_count,
  l.list_key AS time_range,
  e.place::integer AS rank,
  v.metadata AS artist_metadata,
  l.observed_at AS fetched_at,
  (SELECT min(n.observed_at) FROM history.lists n
   WHERE n.user_id = l.user_id AND n.resource = l.resource AND n.provider = l.provider
     AND n.list_key = l.list_key AND n.observed_at > l.observed_at) AS superseded_at
FROM history.lists l
CROSS JOIN LATERAL unnest(l.version_ids) WITH ORDINALITY AS e(version_id, place)
LEFT JOIN catalog.item_versions v ON v.id = e.version_id
LEFT JOIN catalog.items i ON i.id = v.item_id
WHERE l.resource = 'top_artists' AND e.version_id IS NOT NULL;

CREATE VIEW user_top_artists WITH (security_invoker = true) AS
SELECT id, user_id, provider, artist_id, artist_name, image_url, genres, popularity, follower_count,
  time_range, rank, artist_metadata, fetched_at
FROM history.observed_top_artists;

CREATE VIEW current_user_top_artists WITH (security_invoker = true) AS
SELECT id, user_id, provider, artist_id, artist_name, image_url, genres, popularity, follower_count,
  time_range, rank, artist_metadata, fetched_at
FROM history.observed_top_artists o
WHERE o.superseded_at IS NULL;

CREATE FUNCTION user_top_artists_as_of(of_user uuid, at_time timestamptz) RETURNS SETOF user_top_artists
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT id, user_id, provider, artist_id, artist_name, image_url, genres, popularity, follower_count,
    time_range, rank, artist_metadata, fetched_at
  FROM history.observed_top_artists o
  WHERE o.user_id = of_user
    AND o.fetched_at <= at_time
    AND coalesce(o.superseded_at, 'infinity') > at_time
$$;

-- recently_played

CREATE VIEW history.observed_recently_played WITH (security_invoker = true) AS
SELECT
  p.id,
  p.user_id,
  p.provider,
  i.provider_item_id AS track_id,
  v.name AS track_name,
  v.artist_name,
  v.album_name,
  v.image_url AS album_art_url,
  v.duration_ms,
  p.played_at,
  v.isrc,
  v.metadata AS track_metadata,
  p.observed_at AS fetched_at
FROM history.plays p
LEFT JOIN catalog.item_versions v ON v.id = p.version_id
LEFT JOIN catalog.items i ON i.id = p.item_id;

CREATE VIEW user_recently_played WITH (security_invoker = true) AS
SELECT id, user_id, provider, track_id, track_name, artist_name, album_name, album_art_url, duration_ms,
  played_at, isrc, track_metadata, fetched_at
FROM history.observed_recently_played;

-- A play stays a fact.
CREATE VIEW current_user_recently_played WITH (security_invoker = true) AS
SELECT id, user_id, provider, track_id, track_name, artist_name, album_name, album_art_url, duration_ms,
  played_at, isrc, track_metadata, fetched_at
FROM history.observed_recently_played o;

CREATE FUNCTION user_recently_played_as_of(of_user uuid, at_time timestamptz) RETURNS SETOF user_recently_played
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT id, user_id, provider, track_id, track_name, artist_name, album_name, album_art_url, duration_ms,
    played_at, isrc, track_metadata, fetched_at
  FROM history.observed_recently_played o
  WHERE o.user_id = of_user
    AND o.played_at <= at_time
$$;

-- playlists

CREATE VIEW history.observed_playlists WITH (security_invoker = true) AS
SELECT
  m.id,
  m.user_id,
  m.provider,
  i.provider_item_id AS playlist_id,
  v.name AS playlist_name,
  v.description,
  v.image_url,
  v.total_tracks AS track_count,
  (SELECT p.follower_count FROM catalog.popularity p
   WHERE p.item_id = m.item_id AND p.observed_at <= m.observed_at
   ORDER BY p.observed_at DESC LIMIT 1) AS follower_count,
  v.is_public,
  CASE WHEN m.provider = 'file' THEN true
    ELSE (SELECT c.owner_id = v.owner_id FROM provider_connections c
          WHERE c.user_id = m.user_id AND c.provider = m.provider) END AS is_owner,
  v.owner_name,
  v.url AS playlist_url,
  v.metadata AS playlist_metadata,
  m.observed_at AS fetched_at,
  (SELECT min(n.observed_at) FROM history.memberships n
   WHERE n.user_id = m.user_id AND n.resource = m.resource AND n.provider = m.provider
     AND n.item_id = m.item_id AND n.observed_at > m.observed_at) AS superseded_at
FROM history.memberships m
LEFT JOIN catalog.item_versions v ON v.id = m.version_id
LEFT JOIN catalog.items i ON i.id = m.item_id
WHERE m.resource = 'playlists' AND m.action <> 'removed';

CREATE VIEW user_playlists WITH (security_invoker = true) AS
SELECT id, user_id, provider, playlist_id, playlist_name, description, image_url, track_count, follower_count,
  is_public, is_owner, owner_name, playlist_url, playlist_metadata, fetched_at
FROM history.observed_playlists;

CREATE VIEW current_user_playlists WITH (security_invoker = true) AS
SELECT id, user_id, provider, playlist_id, playlist_name, description, image_url, track_count, follower_count,
  is_public, is_owner, owner_name, playlist_url, playlist_metadata, fetched_at
FROM history.observed_playlists o
WHERE o.superseded_at IS NULL;

CREATE FUNCTION user_playlists_as_of(of_user uuid, at_time timestamptz) RETURNS SETOF user_playlists
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT id, user_id, provider, playlist_id, playlist_name, description, image_url, track_count, follower_count,
    is_public, is_owner, owner_name, playlist_url, playlist_metadata, fetched_at
  FROM history.observed_playlists o
  WHERE o.user_id = of_user
    AND o.fetched_at <= at_time
    AND coalesce(o.superseded_at, 'infinity') > at_time
$$;

-- playlist_tracks

CREATE VIEW history.observed_playlist_tracks WITH (security_invoker = true) AS
SELECT
  l.id * 1000000 + e.place AS id,
  l.user_id,
  l.provider,
  l.list_key AS playlist_id,
  i.provider_item_id AS track_id,
  v.name AS track_name,
  v.artist_name,
  v.album_name,
  v.image_url AS album_art_url,
  v.duration_ms,
  e.added_at,
  e.added_by,
  v.isrc,
  e.place::integer AS track_position,
  v.metadata AS track_metadata,
  l.observed_at AS fetched_at,
  (SELECT min(n.observed_at) FROM history.lists n
   WHERE n.user_id = l.user_id AND n.resource = l.resource AND n.provider = l.provider
     AND n.list_key = l.list_key AND n.observed_at > l.observed_at) AS superseded_at
FROM history.lists l
CROSS JOIN LATERAL unnest(l.version_ids, l.added_at, l.added_by) WITH ORDINALITY AS e(version_id, added_at, added_by, place)
LEFT JOIN catalog.item_versions v ON v.id = e.version_id
LEFT JOIN catalog.items i ON i.id = v.item_id
WHERE l.resource = 'playlist_tracks' AND e.version_id IS NOT NULL;

CREATE VIEW user_playlist_tracks WITH (security_invoker = true) AS
SELECT id, user_id, provider, playlist_id, track_id, track_name, artist_name, album_name, album_art_url,
  duration_ms, added_at, added_by, isrc, track_position, track_metadata, fetched_at
FROM history.observed_playlist_tracks;

CREATE VIEW current_user_playlist_tracks WITH (security_invoker = true) AS
SELECT id, user_id, provider, playlist_id, track_id, track_name, artist_name, album_name, album_art_url,
  duration_ms, added_at, added_by, isrc, track_position, track_metadata, fetched_at
FROM history.observed_playlist_tracks o
WHERE o.superseded_at IS NULL
  AND NOT EXISTS (
    SELECT FROM history.memberships r
    JOIN catalog.items g ON g.id = r.item_id
    WHERE r.user_id = o.user_id AND r.provider = o.provider AND r.resource = 'playlists'
      AND g.provider_item_id = o.playlist_id AND r.action = 'removed'
      AND NOT EXISTS (
        SELECT FROM history.memberships n
        WHERE n.user_id = r.user_id AND n.resource = r.resource AND n.provider = r.provider
          AND n.item_id = r.item_id AND n.observed_at > r.observed_at));

CREATE FUNCTION user_playlist_tracks_as_of(of_user uuid, at_time timestamptz) RETURNS SETOF user_playlist_tracks
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT id, user_id, provider, playlist_id, track_id, track_name, artist_name, album_name, album_art_url,
    duration_ms, added_at, added_by, isrc, track_position, track_metadata, fetched_at
  FROM history.observed_playlist_tracks o
  WHERE o.user_id = of_user
    AND o.fetched_at <= at_time
    AND coalesce(o.superseded_at, 'infinity') > at_time
    AND NOT EXISTS (
      SELECT FROM history.memberships r
      JOIN catalog.items g ON g.id = r.item_id
      WHERE r.user_id = o.user_id AND r.provider = o.provider AND r.resource = 'playlists'
        AND g.provider_item_id = o.playlist_id AND r.action = 'removed' AND r.observed_at <= at_time
        AND NOT EXISTS (
          SELECT FROM history.memberships n
          WHERE n.user_id = r.user_id AND n.resource = r.resource AND n.provider = r.provider
            AND n.item_id = r.item_id AND n.observed_at > r.observed_at AND n.observed_at <= at_time))
$$;

-- saved_tracks

CREATE VIEW history.observed_saved_tracks WITH (security_invoker = true) AS
SELECT
  m.id,
  m.user_id,
  m.provider,
  i.provider_item_id AS track_id,
  v.name AS track_name,
  v.artist_name,
  v.album_name,
  v.image_url AS album_art_url,
  v.duration_ms,
  m.member_since AS saved_at,
  (SELECT p.popularity FROM catalog.popularity p
   WHERE p.item_id = m.item_id AND p.observed_at <= m.observed_at
   ORDER BY p.observed_at DESC LIMIT 1) AS popularity,
  v.isrc,
  v.metadata AS track_metadata,
  m.observed_at AS fetched_at,
  (SELECT min(n.observed_at) FROM history.memberships n
   WHERE n.user_id = m.user_id AND n.resource = m.resource AND n.provider = m.provider
     AND n.item_id = m.item_id AND n.observed_at > m.observed_at) AS superseded_at
FROM history.memberships m
LEFT JOIN catalog.item_versions v ON v.id = m.version_id
LEFT JOIN catalog.items i ON i.id = m.item_id
WHERE m.resource = 'saved_tracks' AND m.action <> 'removed';

CREATE VIEW user_saved_tracks WITH (security_invoker = true) AS
SELECT id, user_id, provider, track_id, track_name, artist_name, album_name, album_art_url, duration_ms,
  saved_at, popularity, isrc, track_metadata, fetched_at
FROM history.observed_saved_tracks;

CREATE VIEW current_user_saved_tracks WITH (security_invoker = true) AS
SELECT id, user_id, provider, track_id, track_name, artist_name, album_name, album_art_url, duration_ms,
  saved_at, popularity, isrc, track_metadata, fetched_at
FROM history.observed_saved_tracks o
WHERE o.superseded_at IS NULL;

CREATE FUNCTION user_saved_tracks_as_of(of_user uuid, at_time timestamptz) RETURNS SETOF user_saved_tracks
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT id, user_id, provider, track_id, track_name, artist_name, album_name, album_art_url, duration_ms,
    saved_at, popularity, isrc, track_metadata, fetched_at
  FROM history.observed_saved_tracks o
  WHERE o.user_id = of_user
    AND o.fetched_at <= at_time
    AND coalesce(o.superseded_at, 'infinity') > at_time
$$;

-- saved_albums

CREATE VIEW history.observed_saved_albums WITH (security_invoker = true) AS
SELECT
  m.id,
  m.user_id,
  m.provider,
  i.provider_item_id AS album_id,
  v.name AS album_name,
  v.artist_name,
  v.image_url,
  v.release_date,
  v.total_tracks,
  m.member_since AS saved_at,
  v.album_type,
  v.genres,
  v.metadata AS album_metadata,
  m.observed_at AS fetched_at,
  (SELECT min(n.observed_at) FROM history.memberships n
   WHERE n.user_id = m.user_id AND n.resource = m.resource AND n.provider = m.provider
     AND n.item_id = m.item_id AND n.observed_at > m.observed_at) AS superseded_at
FROM history.memberships m
LEFT JOIN catalog.item_versions v ON v.id = m.version_id
LEFT JOIN catalog.items i ON i.id = m.item_id
WHERE m.resource = 'saved_albums' AND m.action <> 'removed';

CREATE VIEW user_saved_albums WITH (security_invoker = true) AS
SELECT id, user_id, provider, album_id, album_name, artist_name, image_url, release_date, total_tracks,
  saved_at, album_type, genres, album_metadata, fetched_at
FROM history.observed_saved_albums;

CREATE VIEW current_user_saved_albums WITH (security_invoker = true) AS
SELECT id, user_id, provider, album_id, album_name, artist_name, image_url, release_date, total_tracks,
  saved_at, album_type, genres, album_metadata, fetched_at
FROM history.observed_saved_albums o
WHERE o.superseded_at IS NULL;

CREATE FUNCTION user_saved_albums_as_of(of_user uuid, at_time timestamptz) RETURNS SETOF user_saved_albums
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT id, user_id, provider, album_id, album_name, artist_name, image_url, release_date, total_tracks,
    saved_at, album_type, genres, album_metadata, fetched_at
  FROM history.observed_saved_albums o
  WHERE o.user_id = of_user
    AND o.fetched_at <= at_time
    AND coalesce(o.superseded_at, 'infinity') > at_time
$$;

-- followed_artists

CREATE VIEW history.observed_followed_artists WITH (security_invoker = true) AS
SELECT
  m.id,
  m.user_id,
  m.provider,
  i.provider_item_id AS artist_id,
  v.name AS artist_name,
  v.image_url,
  v.genres,
  (SELECT p.popularity FROM catalog.popularity p
   WHERE p.item_id = m.item_id AND p.observed_at <= m.observed_at
   ORDER BY p.observed_at DESC LIMIT 1) AS popularity,
  (SELECT p.follower_count FROM catalog.popularity p
   WHERE p.item_id = m.item_id AND p.observed_at <= m.observed_at
   ORDER BY p.observed_at DESC LIMIT 1) AS follower_count,
  v.url AS artist_url,
  v.metadata AS artist_metadata,
  m.observed_at AS fetched_at,
  (SELECT min(n.observed_at) FROM history.memberships n
   WHERE n.user_id = m.user_id AND n.resource = m.resource AND n.provider = m.provider
     AND n.item_id = m.item_id AND n.observed_at > m.observed_at) AS superseded_at
FROM history.memberships m
LEFT JOIN catalog.item_versions v ON v.id = m.version_id
LEFT JOIN catalog.items i ON i.id = m.item_id
WHERE m.resource = 'followed_artists' AND m.action <> 'removed';

CREATE VIEW user_followed_artists WITH (security_invoker = true) AS
SELECT id, user_id, provider, artist_id, artist_name, image_url, genres, popularity, follower_count,
  artist_url, artist_metadata, fetched_at
FROM history.observed_followed_artists;

CREATE VIEW current_user_followed_artists WITH (security_invoker = true) AS
SELECT id, user_id, provider, artist_id, artist_name, image_url, genres, popularity, follower_count,
  artist_url, artist_metadata, fetched_at
FROM history.observed_followed_artists o
WHERE o.superseded_at IS NULL;

CREATE FUNCTION user_followed_artists_as_of(of_user uuid, at_time timestamptz) RETURNS SETOF user_followed_artists
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT id, user_id, provider, artist_id, artist_name, image_url, genres, popularity, follower_count,
    artist_url, artist_metadata, fetched_at
  FROM history.observed_followed_artists o
  WHERE o.user_id = of_user
    AND o.fetched_at <= at_time
    AND coalesce(o.superseded_at, 'infinity') > at_time
$$;
