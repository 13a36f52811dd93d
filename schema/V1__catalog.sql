-- What things are: content-addressed, shared by all users, never updated.

CREATE SCHEMA catalog;

CREATE TABLE catalog.items (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  provider text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('track', 'episode', 'artist', 'album', 'playlist')),
  provider_item_id text NOT NULL,
  UNIQUE (provider, kind, provider_item_id)
);

CREATE TABLE catalog.item_versions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  item_id bigint NOT NULL REFERENCES catalog.items,
  content_hash bytea NOT NULL CHECK (octet_length(content_hash) = 32),
  name text NOT NULL,
  artist_name text,
  artist_ids text[],
  artist_names text[],
  album_id text,
  album_name text,
  image_url text,
  duration_ms integer CHECK (duration_ms > 0),
  isrc text,
  explicit boolean,
  genres text[],
  release_date text,
  album_type text,
  total_tracks integer,
  description text,
  is_public boolean,
  owner_id text,
  owner_name text,
  url text,
  metadata jsonb NOT NULL,
  first_seen_at timestamptz NOT NULL,
  UNIQUE (item_id, content_hash),
  -- So that history can prove that a version is of its item.
  UNIQUE (item_id, id)
);

-- Appended when it differs from the newest value known.
CREATE TABLE catalog.popularity (
  item_id bigint NOT NULL REFERENCES catalog.items,
  observed_at timestamptz NOT NULL,
  popularity smallint,
  follower_count bigint,
  PRIMARY KEY (item_id, observed_at)
);

CREATE TABLE catalog.recordings (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created_at timestamptz NOT NULL
);

-- By which ISRC or normalised title a recording is found again.
CREATE TABLE catalog.recording_keys (
  key text NOT NULL,
  recording_id bigint NOT NULL REFERENCES catalog.recordings,
  duration_ms integer,
  PRIMARY KEY (key, recording_id)
);
CREATE INDEX recording_keys_by_recording ON catalog.recording_keys (recording_id);

CREATE TABLE catalog.recording_evidence (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  item_id bigint NOT NULL REFERENCES catalog.items,
  recording_id bigint NOT NULL REFERENCES catalog.recordings,
  rule text NOT NULL CHECK (rule IN ('isrc', 'title', 'new')),
  inputs jsonb NOT NULL,
  confidence real NOT NULL CHECK (confidence > 0 AND confidence <= 1),
  version smallint NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (item_id, recording_id, rule, version)
);
CREATE INDEX recording_evidence_by_recording ON catalog.recording_evidence (recording_id);

-- Recordings that an ISRC showed to be one: what stood under the first number stands under the lowest that it became.
-- Numbers only, so that it outlives both.
CREATE TABLE catalog.recording_merges (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recording_id bigint NOT NULL,
  into_id bigint NOT NULL CHECK (into_id < recording_id),
  isrc text NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (recording_id, into_id)
);
CREATE INDEX recording_merges_by_into ON catalog.recording_merges (into_id);
