-- Rows about syncs that have ended go after a while, and what a run puts aside is written page-wise.

-- ---------------------------------------------------------------- ended jobs

-- Nobody asks for a person's jobs in the order of time; equal entries of an index are stored once.
DROP INDEX sync_jobs_by_user;
CREATE INDEX sync_jobs_by_user ON sync_jobs (user_id);
CREATE INDEX sync_jobs_ended ON sync_jobs (updated_at) WHERE status IN ('completed', 'failed');

-- What became of a file says the import itself.
ALTER TABLE imports DROP CONSTRAINT imports_job_id_fkey;
ALTER TABLE imports ADD CONSTRAINT imports_job_id_fkey
  FOREIGN KEY (job_id) REFERENCES sync_jobs ON DELETE SET NULL;

-- The functions' role removes jobs in this way only: ended ones, whose news was told. The last failure of a listing
-- stays for as long as that is in trouble, and is looked at again a whole period later, so that what stays is not in
-- the way of what goes. Two that run at once take different rows.
CREATE FUNCTION forget_ended_jobs(unchanged_since timestamptz, moment timestamptz, most integer)
RETURNS TABLE (forgotten bigint, kept bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH ended AS MATERIALIZED (
    SELECT j.id, j.connection_id, j.resource, j.list_key, j.status, j.finished_at
    FROM public.sync_jobs j
    WHERE j.status IN ('completed', 'failed') AND j.updated_at <= unchanged_since
      AND NOT jsonb_exists(j.parameters, 'taste')
    ORDER BY j.updated_at, j.id
    LIMIT most
    FOR UPDATE SKIP LOCKED
  ), troubled AS MATERIALIZED (
    SELECT e.id
    FROM ended e
    JOIN public.provider_sync_status s ON s.connection_id = e.connection_id AND s.resource = e.resource
      AND s.list_key = e.list_key
    WHERE e.status = 'failed' AND s.reason NOT IN ('gone', 'unsupported')
      AND NOT EXISTS (
        SELECT FROM public.sync_jobs l
        WHERE l.connection_id = e.connection_id AND l.resource = e.resource AND l.list_key = e.list_key
          AND l.status = 'failed' AND (l.finished_at, l.id) > (e.finished_at, e.id))
  ), put_off AS (
    UPDATE public.sync_jobs j SET updated_at = moment FROM troubled t WHERE j.id = t.id
  ), gone AS (
    DELETE FROM public.sync_jobs j USING ended e
    WHERE j.id = e.id AND NOT EXISTS (SELECT FROM troubled t WHERE t.id = e.id)
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM gone), (SELECT count(*) FROM troubled)
$$;
COMMENT ON FUNCTION forget_ended_jobs(timestamptz, timestamptz, integer) IS
  'Deletes at most so many ended jobs that have not changed since then; the last failure of a listing in trouble is kept and looked at again later.';
GRANT UPDATE (updated_at) ON sync_jobs TO blendify_eraser;
REVOKE DELETE ON sync_jobs FROM blendify_app;
GRANT CREATE ON SCHEMA public TO blendify_eraser;
ALTER FUNCTION forget_ended_jobs(timestamptz, timestamptz, integer) OWNER TO blendify_eraser;
REVOKE CREATE ON SCHEMA public FROM blendify_eraser;
SET LOCAL ROLE blendify_eraser;
REVOKE EXECUTE ON FUNCTION forget_ended_jobs(timestamptz, timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_ended_jobs(timestamptz, timestamptz, integer) TO blendify_app;
SET LOCAL ROLE blendify_owner;

COMMENT ON COLUMN sync_jobs.updated_at IS 'When the row last changed, or was last looked at to be deleted.';
COMMENT ON COLUMN imports.job_id IS 'The job that reads it; null until the file is there, and when that job is long over.';

-- Where plays are missing for good is said by the listing, and not by the runs that noticed.
ALTER TABLE provider_sync_status ADD COLUMN gaps tstzmultirange;
UPDATE provider_sync_status s SET gaps = g.gaps
FROM (
  SELECT j.connection_id, j.resource, j.list_key, range_agg(tstzrange(
    (j.parameters ->> 'gap_from')::timestamptz, (j.parameters ->> 'gap_until')::timestamptz)) AS gaps
  FROM sync_jobs j
  WHERE jsonb_exists(j.parameters, 'gap_from')
  GROUP BY j.connection_id, j.resource, j.list_key) g
WHERE g.connection_id = s.connection_id AND g.resource = s.resource AND g.list_key = s.list_key;
COMMENT ON COLUMN provider_sync_status.gaps IS 'All times in which plays are missing for good; null where there are none.';

-- ---------------------------------------------------------------- what is put aside

-- A row for each invocation's entries in place of one for each entry.
ALTER TABLE sync_pages RENAME TO sync_entries_before;
ALTER TABLE sync_entries_before RENAME CONSTRAINT sync_pages_pkey TO sync_entries_before_pkey;
CREATE TABLE sync_pages (
  job_id uuid NOT NULL REFERENCES sync_jobs ON DELETE CASCADE,
  place integer NOT NULL,
  item_ids bigint[] NOT NULL DEFAULT '{}',
  version_ids bigint[] NOT NULL DEFAULT '{}',
  sinces timestamptz[] NOT NULL DEFAULT '{}',
  added_bys text[] NOT NULL DEFAULT '{}',
  provider_versions text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (job_id, place)
);
INSERT INTO sync_pages (job_id, place, item_ids, version_ids, sinces, added_bys, provider_versions)
SELECT e.job_id, min(e.place), array_agg(e.item_id ORDER BY e.place), array_agg(e.version_id ORDER BY e.place),
  array_agg(e.since ORDER BY e.place), array_agg(e.added_by ORDER BY e.place),
  array_agg(e.provider_version ORDER BY e.place)
FROM sync_entries_before e
GROUP BY e.job_id;

CREATE OR REPLACE FUNCTION sync_entries(
  of_job uuid, places integer[], item_ids bigint[], version_ids bigint[], sinces timestamptz[], added_bys text[],
  provider_versions text[])
RETURNS TABLE (
  place integer, item_id bigint, version_id bigint, since timestamptz, added_by text, provider_version text)
LANGUAGE sql STABLE AS $$
  SELECT p.place + e.nth::integer - 1, e.item_id, e.version_id, e.since, e.added_by, e.provider_version
  FROM sync_pages p
  CROSS JOIN LATERAL unnest(p.item_ids, p.version_ids, p.sinces, p.added_bys, p.provider_versions)
    WITH ORDINALITY AS e (item_id, version_id, since, added_by, provider_version, nth)
  WHERE p.job_id = of_job
  UNION ALL
  SELECT e.place, e.item_id, e.version_id, e.since, e.added_by, e.provider_version
  FROM unnest(places, item_ids, version_ids, sinces, added_bys, provider_versions)
    AS e (place, item_id, version_id, since, added_by, provider_version)
$$;
DROP TABLE sync_entries_before;

COMMENT ON TABLE sync_pages IS 'Entries of a listing that did not fit into one invocation, until the run is complete.';
COMMENT ON COLUMN sync_pages.job_id IS 'The run.';
COMMENT ON COLUMN sync_pages.place IS 'Place of the first of them in the listing, from 0.';
COMMENT ON COLUMN sync_pages.item_ids IS 'What stands there; an element is null where it is not available.';
COMMENT ON COLUMN sync_pages.version_ids IS 'How each was described; an element is null where it is not available.';
COMMENT ON COLUMN sync_pages.sinces IS 'When each was added, saved or followed; an element is null where the provider does not say.';
COMMENT ON COLUMN sync_pages.added_bys IS 'Account id of who added each; an element is null where the provider does not say.';
COMMENT ON COLUMN sync_pages.provider_versions IS 'Of playlists: names the state of the content of each; an element is null where it has none.';

-- Of these items, those that nobody holds any more go, with all that is known of them.
CREATE OR REPLACE FUNCTION catalog.erase_unheld(items bigint[]) RETURNS TABLE (erased text, row_count bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  unheld bigint[];
  lonely bigint[];
BEGIN
  SELECT array_agg(c.item_id) INTO unheld
  FROM unnest(items) AS c(item_id)
  WHERE NOT EXISTS (SELECT FROM history.memberships m WHERE m.item_id = c.item_id)
    AND NOT EXISTS (SELECT FROM history.plays p WHERE p.item_id = c.item_id)
    AND NOT EXISTS (SELECT FROM public.sync_pages s WHERE c.item_id = ANY (s.item_ids))
    AND NOT EXISTS (
      SELECT FROM catalog.item_versions v
      JOIN history.lists l ON l.resource = 'playlist_tracks' AND l.version_ids @> ARRAY[v.id]
      WHERE v.item_id = c.item_id);

  SELECT array_agg(DISTINCT e.recording_id) INTO lonely
  FROM catalog.recording_evidence e
  WHERE e.item_id = ANY (unheld)
    AND NOT EXISTS (
      SELECT FROM catalog.recording_evidence o
      WHERE o.recording_id = e.recording_id AND o.item_id <> ALL (unheld));

  RETURN QUERY WITH gone AS (DELETE FROM catalog.recording_evidence t WHERE t.item_id = ANY (unheld) RETURNING 1)
    SELECT 'catalog.recording_evidence', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM catalog.recording_keys t WHERE t.recording_id = ANY (lonely) RETURNING 1)
    SELECT 'catalog.recording_keys', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM catalog.recordings t WHERE t.id = ANY (lonely) RETURNING 1)
    SELECT 'catalog.recordings', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM catalog.popularity t WHERE t.item_id = ANY (unheld) RETURNING 1)
    SELECT 'catalog.popularity', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM catalog.item_versions t WHERE t.item_id = ANY (unheld) RETURNING 1)
    SELECT 'catalog.item_versions', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM catalog.items t WHERE t.id = ANY (unheld) RETURNING 1)
    SELECT 'catalog.items', count(*) FROM gone;
END
$$;

-- ---------------------------------------------------------------- tidying up

-- Their rows come and go, or change with each sync: a fifth of a large table is too long to wait for.
ALTER TABLE sync_pages SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
ALTER TABLE sync_jobs SET (autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE provider_sync_status SET (autovacuum_vacuum_scale_factor = 0.05);
