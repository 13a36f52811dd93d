-- What people did. Rows are added, never changed or removed.

CREATE SCHEMA history;

CREATE TABLE history.lists (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users,
  provider text NOT NULL,
  resource text NOT NULL CHECK (resource IN ('top_tracks', 'top_artists', 'playlist_tracks', 'recently_played')),
  list_key text NOT NULL,
  version_ids bigint[] NOT NULL,
  added_at timestamptz[],
  added_by text[],
  provider_version text,
  content_hash bytea NOT NULL CHECK (octet_length(content_hash) = 32),
  observed_at timestamptz NOT NULL,
  job_id uuid NOT NULL,
  UNIQUE (user_id, resource, provider, list_key, observed_at)
);

CREATE TABLE history.memberships (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users,
  provider text NOT NULL,
  resource text NOT NULL CHECK (resource IN ('saved_tracks', 'saved_albums', 'followed_artists', 'playlists')),
  item_id bigint NOT NULL REFERENCES catalog.items,
  version_id bigint NOT NULL REFERENCES catalog.item_versions,
  action text NOT NULL CHECK (action IN ('added', 'changed', 'removed')),
  member_since timestamptz,
  observed_at timestamptz NOT NULL,
  job_id uuid NOT NULL,
  UNIQUE (user_id, resource, provider, item_id, observed_at)
);

CREATE TABLE history.plays (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users,
  provider text NOT NULL,
  played_at timestamptz NOT NULL,
  item_id bigint NOT NULL REFERENCES catalog.items,
  version_id bigint NOT NULL REFERENCES catalog.item_versions,
  ms_played integer CHECK (ms_played >= 0),
  context_uri text,
  observed_at timestamptz NOT NULL,
  job_id uuid NOT NULL,
  UNIQUE (user_id, played_at, provider, item_id)
);
