-- How fetching stands: jobs, cooldowns, retries and failures are rows, not log lines.

CREATE TABLE sync_jobs (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users,
  connection_id uuid NOT NULL REFERENCES provider_connections,
  provider text NOT NULL,
  resource text NOT NULL,
  list_key text NOT NULL DEFAULT '',
  trigger text NOT NULL CHECK (trigger IN ('person', 'schedule', 'import')),
  status text NOT NULL CHECK (status IN ('pending', 'running', 'completed', 'failed', 'parked')),
  parameters jsonb NOT NULL DEFAULT '{}',
  cursor text,
  items_done integer NOT NULL DEFAULT 0,
  items_total integer,
  attempts integer NOT NULL DEFAULT 0,
  lease_owner uuid,
  lease_until timestamptz,
  not_before timestamptz NOT NULL,
  sent_at timestamptz,
  observed_at timestamptz,
  reason text,
  error text,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX sync_jobs_one_open ON sync_jobs (connection_id, resource, list_key)
  WHERE status IN ('pending', 'running', 'parked');
CREATE INDEX sync_jobs_waiting ON sync_jobs (not_before) WHERE status IN ('pending', 'parked');
CREATE INDEX sync_jobs_leased ON sync_jobs (lease_until) WHERE status = 'running';
CREATE INDEX sync_jobs_by_connection ON sync_jobs (connection_id);
CREATE INDEX sync_jobs_by_user ON sync_jobs (user_id, created_at DESC);

-- Pages of a listing that did not fit into one invocation, until the run is complete.
CREATE TABLE sync_pages (
  job_id uuid NOT NULL REFERENCES sync_jobs ON DELETE CASCADE,
  place integer NOT NULL,
  item_id bigint,
  version_id bigint,
  since timestamptz,
  added_by text,
  provider_version text,
  PRIMARY KEY (job_id, place)
);
COMMENT ON COLUMN sync_pages.provider_version IS 'Of a playlist: names the state of its content.';

-- A run's entries: those of its earlier invocations, and those that the last one still holds in memory.
CREATE FUNCTION sync_entries(
  of_job uuid, places integer[], item_ids bigint[], version_ids bigint[], sinces timestamptz[], added_bys text[],
  provider_versions text[])
RETURNS TABLE (
  place integer, item_id bigint, version_id bigint, since timestamptz, added_by text, provider_version text)
LANGUAGE sql STABLE AS $$
  SELECT p.place, p.item_id, p.version_id, p.since, p.added_by, p.provider_version
  FROM sync_pages p
  WHERE p.job_id = of_job
  UNION ALL
  SELECT e.place, e.item_id, e.version_id, e.since, e.added_by, e.provider_version
  FROM unnest(places, item_ids, version_ids, sinces, added_bys, provider_versions)
    AS e (place, item_id, version_id, since, added_by, provider_version)
$$;

CREATE TABLE provider_sync_status (
  connection_id uuid NOT NULL REFERENCES provider_connections ON DELETE CASCADE,
  resource text NOT NULL,
  list_key text NOT NULL DEFAULT '',
  user_id uuid NOT NULL REFERENCES users,
  provider text NOT NULL,
  last_complete_at timestamptz,
  last_full_at timestamptz,
  provider_version text,
  newest_play timestamptz,
  next_due_at timestamptz,
  cooldown_until timestamptz,
  reason text,
  detail text,
  failures integer NOT NULL DEFAULT 0,
  items integer,
  gap_from timestamptz,
  gap_until timestamptz,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (connection_id, resource, list_key)
);
CREATE INDEX provider_sync_status_due ON provider_sync_status (next_due_at) WHERE next_due_at IS NOT NULL;
CREATE INDEX provider_sync_status_by_user ON provider_sync_status (user_id);

CREATE TABLE provider_throttle (
  provider text PRIMARY KEY,
  not_before timestamptz,
  reason text,
  next_slot_at timestamptz,
  updated_at timestamptz NOT NULL
);

CREATE TABLE imports (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users,
  job_id uuid REFERENCES sync_jobs,
  file_name text NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes > 0),
  object_key text NOT NULL,
  status text NOT NULL CHECK (status IN ('waiting_for_file', 'queued', 'checking', 'importing', 'completed', 'refused', 'failed')),
  format text,
  bytes_read bigint NOT NULL DEFAULT 0,
  problem text,
  detail text,
  taken jsonb NOT NULL DEFAULT '{}',
  added jsonb NOT NULL DEFAULT '{}',
  skipped jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  updated_at timestamptz NOT NULL
);
CREATE INDEX imports_by_job ON imports (job_id);
CREATE INDEX imports_by_user ON imports (user_id, created_at DESC);
