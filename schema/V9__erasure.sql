-- The only ways in which personal data leaves: by person, by provider, by blend. Each runs as blendify_eraser and
-- answers how many rows it took from which table; tables that lost none are left out.

-- Items that say something about one person: playlists, files on somebody's disk, what an uploaded file named.
CREATE FUNCTION catalog.is_private(provider text, kind text, provider_item_id text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT provider = 'file' OR kind = 'playlist' OR provider_item_id LIKE 'spotify:local:%'
$$;

-- The private items in a person's history, before it goes.
CREATE FUNCTION history.private_items_of(of_user uuid, of_provider text) RETURNS bigint[]
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(i.id), '{}')
  FROM catalog.items i
  WHERE i.id IN (
      SELECT m.item_id FROM history.memberships m
      WHERE m.user_id = of_user AND (of_provider IS NULL OR m.provider = of_provider)
      UNION
      SELECT p.item_id FROM history.plays p
      WHERE p.user_id = of_user AND (of_provider IS NULL OR p.provider = of_provider)
      UNION
      SELECT v.item_id
      FROM history.lists l CROSS JOIN LATERAL unnest(l.version_ids) AS e(version_id)
      JOIN catalog.item_versions v ON v.id = e.version_id
      WHERE l.user_id = of_user AND (of_provider IS NULL OR l.provider = of_provider))
    AND catalog.is_private(i.provider, i.kind, i.provider_item_id)
$$;

-- Of these items, those that nobody holds any more go, with all that is known of them.
CREATE FUNCTION catalog.erase_unheld(items bigint[]) RETURNS TABLE (erased text, row_count bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  unheld bigint[];
  lonely bigint[];
BEGIN
  SELECT array_agg(c.item_id) INTO unheld
  FROM unnest(items) AS c(item_id)
  WHERE NOT EXISTS (SELECT FROM history.memberships m WHERE m.item_id = c.item_id)
    AND NOT EXISTS (SELECT FROM history.plays p WHERE p.item_id = c.item_id)
    AND NOT EXISTS (SELECT FROM public.sync_pages s WHERE s.item_id = c.item_id)
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

-- What was computed from a person's data together with that of others: whole computations go, because scores,
-- explanations and choices cannot be taken apart again. The blend is computed anew from who remains.
CREATE FUNCTION erase_blend_results_of(of_user uuid) RETURNS TABLE (erased text, row_count bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  tainted uuid[];
  touched uuid[];
  mention text := '%' || of_user || '%';
BEGIN
  SELECT array_agg(r.id), array_agg(DISTINCT r.blend_id) INTO tainted, touched
  FROM public.blend_refreshes r
  WHERE r.blend_id IN (
      SELECT p.blend_id FROM public.blend_participants p WHERE p.user_id = of_user
      UNION SELECT c.blend_id FROM public.consents c WHERE c.user_id = of_user
      UNION SELECT t.blend_id FROM public.blend_tracks t WHERE t.source_user_id = of_user)
    AND (r.status <> 'completed' OR r.inputs IS NULL OR r.inputs::text LIKE mention
      OR EXISTS (SELECT FROM public.blend_scores s WHERE s.refresh_id = r.id AND s.details::text LIKE mention)
      OR EXISTS (SELECT FROM public.blend_tracks t WHERE t.refresh_id = r.id
                 AND (t.source_user_id = of_user OR t.blend_metadata::text LIKE mention)));

  RETURN QUERY WITH gone AS (DELETE FROM public.blend_scores t WHERE t.refresh_id = ANY (tainted) RETURNING 1)
    SELECT 'public.blend_scores', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM public.blend_tracks t WHERE t.refresh_id = ANY (tainted) RETURNING 1)
    SELECT 'public.blend_tracks', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM public.blend_refreshes t WHERE t.id = ANY (tainted) RETURNING 1)
    SELECT 'public.blend_refreshes', count(*) FROM gone;

  UPDATE public.blends b SET total_tracks = (
    SELECT count(*) FROM public.blend_tracks t
    WHERE t.refresh_id = (SELECT r.id FROM public.blend_refreshes r
                          WHERE r.blend_id = b.id AND r.status = 'completed'
                          ORDER BY r.requested_at DESC, r.id DESC LIMIT 1))
  WHERE b.id = ANY (touched);
END
$$;

CREATE FUNCTION erase_blend_rows(of_blends uuid[]) RETURNS TABLE (erased text, row_count bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY WITH gone AS (DELETE FROM public.blend_scores t WHERE t.blend_id = ANY (of_blends) RETURNING 1)
    SELECT 'public.blend_scores', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM public.blend_tracks t WHERE t.blend_id = ANY (of_blends) RETURNING 1)
    SELECT 'public.blend_tracks', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM public.blend_refreshes t WHERE t.blend_id = ANY (of_blends) RETURNING 1)
    SELECT 'public.blend_refreshes', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM public.consents t WHERE t.blend_id = ANY (of_blends) RETURNING 1)
    SELECT 'public.consents', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM public.invitations t WHERE t.blend_id = ANY (of_blends) RETURNING 1)
    SELECT 'public.invitations', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM public.blend_participants t WHERE t.blend_id = ANY (of_blends) RETURNING 1)
    SELECT 'public.blend_participants', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM public.blends t WHERE t.id = ANY (of_blends) RETURNING 1)
    SELECT 'public.blends', count(*) FROM gone;
END
$$;

-- What came from a person's providers: all of them, or one.
CREATE FUNCTION erase_provider_rows(of_user uuid, of_provider text) RETURNS TABLE (erased text, row_count bigint)
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

CREATE FUNCTION erase_provider_data(of_user uuid, of_provider text) RETURNS TABLE (erased text, row_count bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT r.erased, sum(r.row_count)::bigint FROM public.erase_provider_rows(of_user, of_provider) r
  WHERE of_provider IS NOT NULL
  GROUP BY r.erased HAVING sum(r.row_count) > 0 ORDER BY r.erased
$$;

CREATE FUNCTION erase_blend(of_blend uuid) RETURNS TABLE (erased text, row_count bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT r.erased, r.row_count FROM public.erase_blend_rows(ARRAY[of_blend]) r
  WHERE r.row_count > 0 ORDER BY r.erased
$$;

-- A blend that somebody else takes part in goes on: to whoever joined first after its creator.
CREATE FUNCTION erase_user_rows(of_user uuid) RETURNS TABLE (erased text, row_count bigint)
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
  RETURN QUERY WITH gone AS (DELETE FROM public.sessions t WHERE t.user_id = of_user RETURNING 1)
    SELECT 'public.sessions', count(*) FROM gone;
  RETURN QUERY WITH gone AS (DELETE FROM public.users t WHERE t.id = of_user RETURNING 1)
    SELECT 'public.users', count(*) FROM gone;
END
$$;

CREATE FUNCTION erase_user(of_user uuid) RETURNS TABLE (erased text, row_count bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT r.erased, sum(r.row_count)::bigint FROM public.erase_user_rows(of_user) r
  GROUP BY r.erased HAVING sum(r.row_count) > 0 ORDER BY r.erased
$$;

-- A function's new owner must be allowed to create in its schema, for as long as it takes.
GRANT CREATE ON SCHEMA public TO blendify_eraser;
ALTER FUNCTION erase_user(uuid) OWNER TO blendify_eraser;
ALTER FUNCTION erase_provider_data(uuid, text) OWNER TO blendify_eraser;
ALTER FUNCTION erase_blend(uuid) OWNER TO blendify_eraser;
REVOKE CREATE ON SCHEMA public FROM blendify_eraser;

GRANT EXECUTE ON FUNCTION erase_blend_results_of(uuid), erase_blend_rows(uuid[]), erase_provider_rows(uuid, text),
  erase_user_rows(uuid), catalog.is_private(text, text, text), history.private_items_of(uuid, text),
  catalog.erase_unheld(bigint[]) TO blendify_eraser;
SET LOCAL ROLE blendify_eraser;
REVOKE EXECUTE ON FUNCTION erase_user(uuid), erase_provider_data(uuid, text), erase_blend(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_user(uuid), erase_provider_data(uuid, text), erase_blend(uuid) TO blendify_app;
SET LOCAL ROLE blendify_owner;
