-- What people did. Rows are added, never changed or removed.

CREATE SCHEMA history;

CREATE TABLE history.lists (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users,
  provider text NOT NULL,
  resource text NOT NULL CHECK (resource IN ('top_tracks', 'top_artists', 'playlist_tracks', 'recently_played')),
  list_key text NOT NULL,
  version_ids bigint[] NOT NULL CHECK (cardinality(version_ids) < 1000000),
  added_at timestamptz[],
  added_by text[],
  provider_version text,
  content_hash bytea NOT NULL CHECK (octet_length(content_hash) = 32),
  observed_at timestamptz NOT NULL,
  job_id uuid NOT NULL,
  UNIQUE (user_id, resource, provider, list_key, observed_at),
  CHECK (cardinality(added_at) = cardinality(version_ids)),
  CHECK (cardinality(added_by) = cardinality(version_ids))
);
-- Who else holds a private item, asked when somebody's data is erased; local files stand in playlists only.
CREATE INDEX lists_holding ON history.lists USING gin (version_ids) WHERE resource = 'playlist_tracks';

CREATE TABLE history.memberships (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users,
  provider text NOT NULL,
  resource text NOT NULL CHECK (resource IN ('saved_tracks', 'saved_albums', 'followed_artists', 'playlists')),
  item_id bigint NOT NULL,
  version_id bigint NOT NULL,
  action text NOT NULL CHECK (action IN ('added', 'changed', 'removed')),
  member_since timestamptz,
  observed_at timestamptz NOT NULL,
  job_id uuid NOT NULL,
  UNIQUE (user_id, resource, provider, item_id, observed_at),
  FOREIGN KEY (item_id, version_id) REFERENCES catalog.item_versions (item_id, id)
);
CREATE INDEX memberships_holding ON history.memberships (item_id);

CREATE TABLE history.plays (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users,
  provider text NOT NULL,
  played_at timestamptz NOT NULL,
  item_id bigint NOT NULL,
  version_id bigint NOT NULL,
  ms_played integer CHECK (ms_played >= 0),
  context_uri text,
  observed_at timestamptz NOT NULL,
  job_id uuid NOT NULL,
  UNIQUE (user_id, played_at, provider, item_id),
  FOREIGN KEY (item_id, version_id) REFERENCES catalog.item_versions (item_id, id)
);
CREATE INDEX plays_holding ON history.plays (item_id);
