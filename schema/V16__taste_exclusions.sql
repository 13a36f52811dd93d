-- What a person takes out of their taste. While a row stands, what it names counts for nothing; history stays as it is.
CREATE TABLE taste_exclusions (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users,
  kind text NOT NULL CHECK (kind IN ('artist', 'playlist', 'period')),
  artist_name text,
  artist_key text,
  provider text,
  playlist_id text,
  since timestamptz,
  until timestamptz,
  created_at timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (user_id, kind, artist_key, provider, playlist_id, since, until),
  CHECK ((kind = 'artist') = (artist_key IS NOT NULL) AND (kind = 'artist') = (artist_name IS NOT NULL)),
  CHECK ((kind = 'playlist') = (playlist_id IS NOT NULL) AND (kind = 'playlist') = (provider IS NOT NULL)),
  CHECK ((kind = 'period') = (since IS NOT NULL OR until IS NOT NULL) AND since < until)
);
COMMENT ON TABLE taste_exclusions IS 'What a person takes out of their taste. While a row stands, what it names counts for nothing; history stays as it is.';
COMMENT ON COLUMN taste_exclusions.id IS 'Made by the API.';
COMMENT ON COLUMN taste_exclusions.user_id IS 'Whose taste.';
COMMENT ON COLUMN taste_exclusions.kind IS 'artist: whatever is credited to them; playlist: what stands in it, as far as it stands nowhere else; period: what was played, saved or put into a playlist then.';
COMMENT ON COLUMN taste_exclusions.artist_name IS 'As the person wrote it; null for other kinds.';
COMMENT ON COLUMN taste_exclusions.artist_key IS 'The name as names are compared; null for other kinds.';
COMMENT ON COLUMN taste_exclusions.provider IS 'Where the playlist is; null for other kinds.';
COMMENT ON COLUMN taste_exclusions.playlist_id IS 'The provider''s id of the playlist; null for other kinds.';
COMMENT ON COLUMN taste_exclusions.since IS 'Beginning of the period; null: since ever, or another kind.';
COMMENT ON COLUMN taste_exclusions.until IS 'End of the period, itself not in it; null: open, or another kind.';
COMMENT ON COLUMN taste_exclusions.created_at IS 'When.';

-- They go with the person; one that names a playlist goes with its provider, too.
CREATE OR REPLACE FUNCTION erase_provider_rows(of_user uuid, of_provider text) RETURNS TABLE (erased text, row_count bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  private_items bigint[];
BEGIN
  -- Whoever is writing this person's history finishes first; whoever comes later finds the job gone.
  PERFORM FROM public.users u WHERE u.id = of_user FOR UPDATE;
  PERFORM FROM public.sync_jobs j WHERE j.user_id = of_user AND (of_provider IS NULL OR j.provider = of_provider)
    ORDER BY j.id FOR UPDATE;
  private_items := history.private_items_of(of_user, of_provider);

  RETURN QUERY WITH gone AS (DELETE FROM taste.profiles t WHERE t.user_id = of_user RETURNING 1)
    SELECT 'taste.profiles', count(*) FROM gone;
  RETURN QUERY SELECT * FROM public.erase_blend_results_of(of_user);
  RETURN QUERY WITH gone AS (
    DELETE FROM public.taste_exclusions t
    WHERE t.user_id = of_user AND (of_provider IS NULL OR t.provider = of_provider) RETURNING 1)
    SELECT 'public.taste_exclusions', count(*) FROM gone;
  RETURN QUERY WITH gone AS (
    DELETE FROM public.imports t WHERE t.user_id = of_user AND coalesce(of_provider, 'file') = 'file' RETURNING 1)
    SELECT 'public.imports', count(*) FROM gone;
  RETURN QUERY WITH gone AS (
    DELETE FROM public.sync_pages t USING public.sync_jobs j
    WHERE j.id = t.job_id AND j.user_id = of_user AND (of_provider IS NULL OR j.provider = of_provider) RETURNING 1)
    SELECT 'public.sync_pages', count(*) FROM gone;
  RETURN QUERY WITH gone AS (
    DELETE FROM public.sync_jobs t
    WHERE t.user_id = of_user AND (of_provider IS NULL OR t.provider = of_provider) RETURNING 1)
    SELECT 'public.sync_jobs', count(*) FROM gone;
  RETURN QUERY WITH gone AS (
    DELETE FROM public.provider_sync_status t
    WHERE t.user_id = of_user AND (of_provider IS NULL OR t.provider = of_provider) RETURNING 1)
    SELECT 'public.provider_sync_status', count(*) FROM gone;
  RETURN QUERY WITH gone AS (
    DELETE FROM public.connect_attempts t
    WHERE t.user_id = of_user AND (of_provider IS NULL OR t.provider = of_provider) RETURNING 1)
    SELECT 'public.connect_attempts', count(*) FROM gone;
  RETURN QUERY WITH gone AS (
    DELETE FROM public.provider_connections t
    WHERE t.user_id = of_user AND (of_provider IS NULL OR t.provider = of_provider) RETURNING 1)
    SELECT 'public.provider_connections', count(*) FROM gone;
  RETURN QUERY WITH gone AS (
    DELETE FROM history.lists t
    WHERE t.user_id = of_user AND (of_provider IS NULL OR t.provider = of_provider) RETURNING 1)
    SELECT 'history.lists', count(*) FROM gone;
  RETURN QUERY WITH gone AS (
    DELETE FROM history.memberships t
    WHERE t.user_id = of_user AND (of_provider IS NULL OR t.provider = of_provider) RETURNING 1)
    SELECT 'history.memberships', count(*) FROM gone;
  RETURN QUERY WITH gone AS (
    DELETE FROM history.plays t
    WHERE t.user_id = of_user AND (of_provider IS NULL OR t.provider = of_provider) RETURNING 1)
    SELECT 'history.plays', count(*) FROM gone;
  RETURN QUERY SELECT * FROM catalog.erase_unheld(private_items);
END
$$;
