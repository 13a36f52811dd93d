-- Blends: who takes part, with what consent, how they score, and what they hear.

CREATE TABLE blends (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  description text,
  created_by_user_id uuid NOT NULL REFERENCES users,
  algorithm_type text NOT NULL CHECK (algorithm_type IN ('balanced', 'weighted', 'discovery')),
  algorithm_config jsonb NOT NULL DEFAULT '{}',
  total_tracks integer NOT NULL DEFAULT 0,
  is_public boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX blends_by_creator ON blends (created_by_user_id);

CREATE TABLE blend_participants (
  id uuid PRIMARY KEY,
  blend_id uuid NOT NULL REFERENCES blends,
  user_id uuid NOT NULL REFERENCES users,
  weight double precision NOT NULL DEFAULT 1 CHECK (weight > 0 AND weight <= 10),
  status text NOT NULL CHECK (status IN ('accepted', 'left')),
  joined_at timestamptz NOT NULL,
  UNIQUE (blend_id, user_id)
);
CREATE INDEX blend_participants_by_user ON blend_participants (user_id);

-- Append-only: the newest row of a participant is what holds.
CREATE TABLE consents (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users,
  blend_id uuid NOT NULL REFERENCES blends,
  resources text[] NOT NULL,
  granted boolean NOT NULL,
  decided_at timestamptz NOT NULL
);
CREATE INDEX consents_by_user ON consents (user_id);
CREATE INDEX consents_by_blend ON consents (blend_id, user_id, id DESC);

CREATE TABLE invitations (
  id uuid PRIMARY KEY,
  blend_id uuid NOT NULL REFERENCES blends,
  token_hash bytea NOT NULL UNIQUE,
  created_by_user_id uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_by_user_id uuid REFERENCES users,
  accepted_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX invitations_by_blend ON invitations (blend_id);
CREATE INDEX invitations_by_creator ON invitations (created_by_user_id);
CREATE INDEX invitations_by_acceptor ON invitations (accepted_by_user_id) WHERE accepted_by_user_id IS NOT NULL;

-- One computation of a blend: what it was asked for, and from what it was computed.
CREATE TABLE blend_refreshes (
  id uuid PRIMARY KEY,
  blend_id uuid NOT NULL REFERENCES blends,
  status text NOT NULL CHECK (status IN ('pending', 'running', 'completed', 'waiting', 'failed', 'withdrawn')),
  seed bigint NOT NULL,
  inputs jsonb,
  waiting_for uuid[] NOT NULL DEFAULT '{}',
  engine_version integer,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamptz,
  sent_at timestamptz,
  error text,
  requested_at timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE INDEX blend_refreshes_by_blend ON blend_refreshes (blend_id, requested_at DESC, id DESC);
CREATE UNIQUE INDEX blend_refreshes_one_open ON blend_refreshes (blend_id) WHERE status IN ('pending', 'running');

CREATE TABLE blend_tracks (
  id uuid PRIMARY KEY,
  blend_id uuid NOT NULL REFERENCES blends,
  refresh_id uuid NOT NULL REFERENCES blend_refreshes,
  track_id text NOT NULL,
  track_name text NOT NULL,
  artist_name text,
  album_name text,
  album_art_url text,
  duration_ms integer,
  position integer NOT NULL CHECK (position > 0),
  source_provider text NOT NULL,
  source_user_id uuid,
  similarity_score double precision NOT NULL,
  blend_metadata jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (refresh_id, position)
);
CREATE INDEX blend_tracks_by_source ON blend_tracks (source_user_id) WHERE source_user_id IS NOT NULL;
CREATE INDEX blend_tracks_by_blend ON blend_tracks (blend_id, created_at DESC);

-- Append-only: a blend's score has a history.
CREATE TABLE blend_scores (
  id uuid PRIMARY KEY,
  blend_id uuid NOT NULL REFERENCES blends,
  refresh_id uuid NOT NULL UNIQUE REFERENCES blend_refreshes,
  score double precision NOT NULL CHECK (score >= 0 AND score <= 100),
  interval_low double precision NOT NULL,
  interval_high double precision NOT NULL,
  details jsonb NOT NULL,
  engine_version integer NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX blend_scores_by_blend ON blend_scores (blend_id, created_at DESC);
