-- Who listens like somebody, among those who agreed to be found, and what somebody could hear next.

CREATE TABLE findable_people (
  user_id uuid PRIMARY KEY REFERENCES users,
  resources text[] NOT NULL CHECK (cardinality(resources) > 0),
  agreed_at timestamptz NOT NULL
);
COMMENT ON TABLE findable_people IS 'Who agreed to be found by others who agreed. Whoever withdraws is gone from it and from all that was found.';
COMMENT ON COLUMN findable_people.user_id IS 'Who.';
COMMENT ON COLUMN findable_people.resources IS 'By which resources they let themselves be compared.';
COMMENT ON COLUMN findable_people.agreed_at IS 'When they last said so.';

CREATE TABLE taste.outlooks (
  user_id uuid PRIMARY KEY REFERENCES users,
  asked_at timestamptz NOT NULL,
  built_at timestamptz
);
COMMENT ON TABLE taste.outlooks IS 'Who asked for neighbours or suggestions: made anew after a sync, and once a day while somebody asks.';
COMMENT ON COLUMN taste.outlooks.user_id IS 'Who.';
COMMENT ON COLUMN taste.outlooks.asked_at IS 'When they last did.';
COMMENT ON COLUMN taste.outlooks.built_at IS 'When theirs were made; null: they are to be made.';

CREATE TABLE taste.neighbours (
  user_id uuid NOT NULL REFERENCES users,
  neighbour_id uuid NOT NULL REFERENCES users,
  score float8 NOT NULL CHECK (score > 0 AND score <= 100),
  interval_low float8 NOT NULL,
  interval_high float8 NOT NULL,
  shared text[] NOT NULL,
  PRIMARY KEY (user_id, neighbour_id)
);
CREATE INDEX neighbours_by_neighbour ON taste.neighbours (neighbour_id);
COMMENT ON TABLE taste.neighbours IS 'Who listens like somebody. Both agreed to be found.';
COMMENT ON COLUMN taste.neighbours.user_id IS 'For whom.';
COMMENT ON COLUMN taste.neighbours.neighbour_id IS 'Who listens alike.';
COMMENT ON COLUMN taste.neighbours.score IS 'Of a blend of these two, 0 to 100.';
COMMENT ON COLUMN taste.neighbours.interval_low IS 'The score lies above this, as far as is known.';
COMMENT ON COLUMN taste.neighbours.interval_high IS 'And below this.';
COMMENT ON COLUMN taste.neighbours.shared IS 'Names of the artists that brought most of it.';

CREATE TABLE taste.suggestions (
  user_id uuid NOT NULL REFERENCES users,
  position integer NOT NULL CHECK (position > 0),
  version_id bigint NOT NULL,
  because text NOT NULL,
  PRIMARY KEY (user_id, position)
);
COMMENT ON TABLE taste.suggestions IS 'What somebody could hear next: tracks that they do not have.';
COMMENT ON COLUMN taste.suggestions.user_id IS 'For whom.';
COMMENT ON COLUMN taste.suggestions.position IS 'From 1, most expected to please first.';
COMMENT ON COLUMN taste.suggestions.version_id IS 'How the catalogue describes the track.';
COMMENT ON COLUMN taste.suggestions.because IS 'What of theirs it goes with.';

-- All of it goes with the person.
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

  RETURN QUERY WITH gone AS (DELETE FROM taste.neighbours t WHERE of_user IN (t.user_id, t.neighbour_id) RETURNING 1)
    SELECT 'taste.neighbours', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM taste.suggestions t WHERE t.user_id = of_user RETURNING 1)
    SELECT 'taste.suggestions', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM taste.outlooks t WHERE t.user_id = of_user RETURNING 1)
    SELECT 'taste.outlooks', count(*) FROM gone;
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

CREATE OR REPLACE FUNCTION erase_user_rows(of_user uuid) RETURNS TABLE (erased text, row_count bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT * FROM public.erase_provider_rows(of_user, NULL);

  UPDATE public.blends b SET created_by_user_id = (
    SELECT p.user_id FROM public.blend_participants p
    WHERE p.blend_id = b.id AND p.status = 'accepted' AND p.user_id <> of_user
    ORDER BY p.joined_at, p.id LIMIT 1)
  WHERE b.created_by_user_id = of_user
    AND EXISTS (SELECT FROM public.blend_participants p
                WHERE p.blend_id = b.id AND p.status = 'accepted' AND p.user_id <> of_user);
  RETURN QUERY SELECT * FROM public.erase_blend_rows(
    ARRAY(SELECT b.id FROM public.blends b WHERE b.created_by_user_id = of_user));

  RETURN QUERY WITH gone AS (DELETE FROM public.consents t WHERE t.user_id = of_user RETURNING 1)
    SELECT 'public.consents', count(*) FROM gone;
  RETURN QUERY WITH gone AS (
    DELETE FROM public.invitations t WHERE of_user IN (t.created_by_user_id, t.accepted_by_user_id) RETURNING 1)
    SELECT 'public.invitations', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM public.blend_participants t WHERE t.user_id = of_user RETURNING 1)
    SELECT 'public.blend_participants', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM public.findable_people t WHERE t.user_id = of_user RETURNING 1)
    SELECT 'public.findable_people', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM public.sessions t WHERE t.user_id = of_user RETURNING 1)
    SELECT 'public.sessions', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM public.users t WHERE t.id = of_user RETURNING 1)
    SELECT 'public.users', count(*) FROM gone;
END
$$;
