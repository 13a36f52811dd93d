-- Files of erased imports go with them; and what changed in a library, told from its history.

-- ---------------------------------------------------------------- uploads

-- The file of an import lies outside the database. Whatever deletes an import leaves its file's name here, in the
-- same transaction, until the store has forgotten it for good.
CREATE TABLE doomed_uploads (
  object_key text PRIMARY KEY,
  announced_at timestamptz NOT NULL,
  next_at timestamptz NOT NULL
);
CREATE INDEX doomed_uploads_by_time ON doomed_uploads (next_at, object_key);
GRANT INSERT ON doomed_uploads TO blendify_eraser;

CREATE FUNCTION doom_uploads() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.doomed_uploads (object_key, announced_at, next_at)
  SELECT g.object_key, g.created_at, g.created_at FROM gone g
  ON CONFLICT (object_key) DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER files_go_too AFTER DELETE ON imports
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION doom_uploads();

COMMENT ON TABLE doomed_uploads IS
  'Files of imports that were erased. A row stays until the store has forgotten the file and nobody can upload it again.';
COMMENT ON COLUMN doomed_uploads.object_key IS 'Where it lies in the upload store; says nothing about a person.';
COMMENT ON COLUMN doomed_uploads.announced_at IS 'When the upload was announced: its address is good for a day at most.';
COMMENT ON COLUMN doomed_uploads.next_at IS 'When the store is asked again to forget it.';
COMMENT ON FUNCTION doom_uploads() IS 'Notes the file of every import that is deleted, so that it goes too.';

-- ---------------------------------------------------------------- changes

-- The places that must be lifted out so that all others keep their order: those outside of a longest increasing
-- subsequence, found by patience sorting. A song that climbs from 40 to 3 is one move, not 38.
CREATE FUNCTION history.moved_places(was integer[]) RETURNS integer[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  places integer := cardinality(was);
  ends integer[] := '{}'; -- ends[k]: the last place of the run of length k that ends lowest
  before integer[] := array_fill(0, ARRAY[places]);
  moved boolean[] := array_fill(true, ARRAY[places]);
  longest integer := 0;
  low integer;
  high integer;
  middle integer;
  place integer;
BEGIN
  IF places = 0 THEN
    RETURN '{}';
  END IF;
  FOR here IN 1..places LOOP
    low := 1;
    high := longest;
    WHILE low <= high LOOP
      middle := (low + high) / 2;
      IF was[ends[middle]] < was[here] THEN
        low := middle + 1;
      ELSE
        high := middle - 1;
      END IF;
    END LOOP;
    IF low > 1 THEN
      before[here] := ends[low - 1];
    END IF;
    ends[low] := here;
    longest := greatest(longest, low);
  END LOOP;
  place := ends[longest];
  WHILE place > 0 LOOP
    moved[place] := false;
    place := before[place];
  END LOOP;
  RETURN ARRAY(SELECT m.place::integer FROM unnest(moved) WITH ORDINALITY AS m(is_moved, place)
               WHERE m.is_moved ORDER BY m.place);
END
$$;

-- What the first observation of a listing found is where its history begins, and no change. An item that stands in a
-- list more than once is told apart by its turn. A place whose item is no longer available keeps its added_at.
CREATE FUNCTION user_library_changes(
  of_user uuid, after_time timestamptz, until_time timestamptz, of_resource text)
RETURNS TABLE (
  changed_at timestamptz, provider text, resource text, list_key text, change text, version_id bigint,
  place integer, place_before integer)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  WITH versions AS (
    SELECT l.id, l.provider, l.resource, l.list_key, l.observed_at, l.version_ids, l.added_at,
      b.version_ids AS ids_before, b.added_at AS added_before
    FROM history.lists l
    CROSS JOIN LATERAL (
      SELECT p.version_ids, p.added_at
      FROM history.lists p
      WHERE p.user_id = l.user_id AND p.resource = l.resource AND p.provider = l.provider
        AND p.list_key = l.list_key AND p.observed_at < l.observed_at
      ORDER BY p.observed_at DESC, p.id DESC
      LIMIT 1) AS b
    WHERE l.user_id = of_user AND l.observed_at > after_time AND l.observed_at <= until_time
      AND l.resource <> 'recently_played' AND (of_resource IS NULL OR l.resource = of_resource)
  ), entries AS (
    SELECT v.id, e.place::integer AS place, e.version_id, e.added_at, i.item_id,
      row_number() OVER (PARTITION BY v.id, i.item_id ORDER BY e.place) AS turn
    FROM versions v
    CROSS JOIN LATERAL unnest(v.version_ids, v.added_at) WITH ORDINALITY AS e(version_id, added_at, place)
    LEFT JOIN catalog.item_versions i ON i.id = e.version_id
  ), entries_before AS (
    SELECT v.id, e.place::integer AS place, e.version_id, e.added_at, i.item_id,
      row_number() OVER (PARTITION BY v.id, i.item_id ORDER BY e.place) AS turn
    FROM versions v
    CROSS JOIN LATERAL unnest(v.ids_before, v.added_before) WITH ORDINALITY AS e(version_id, added_at, place)
    LEFT JOIN catalog.item_versions i ON i.id = e.version_id
  ), unavailable AS (
    SELECT u.id, u.added_at, sum(u.more) AS more
    FROM (
      SELECT n.id, n.added_at, 1 AS more FROM entries n WHERE n.version_id IS NULL
      UNION ALL SELECT b.id, b.added_at, -1 FROM entries_before b WHERE b.version_id IS NULL) AS u
    GROUP BY u.id, u.added_at
  ), pairs AS (
    SELECT coalesce(n.id, b.id) AS id, coalesce(n.version_id, b.version_id) AS version_id,
      coalesce(n.added_at, b.added_at) AS added_at, n.place, b.place AS place_before
    FROM (SELECT * FROM entries e WHERE e.version_id IS NOT NULL) AS n
    FULL JOIN (SELECT * FROM entries_before e WHERE e.version_id IS NOT NULL) AS b
      ON b.id = n.id AND b.item_id = n.item_id AND b.turn = n.turn
  ), came_and_left AS (
    SELECT p.id, p.version_id, p.added_at, p.place, p.place_before,
      row_number() OVER (PARTITION BY p.id, p.added_at, p.place IS NULL ORDER BY p.place, p.place_before) AS turn
    FROM pairs p
    WHERE p.place IS NULL OR p.place_before IS NULL
  ), kept AS (
    SELECT p.id, array_agg(p.place_before ORDER BY p.place) AS was, array_agg(p.place ORDER BY p.place) AS places
    FROM pairs p
    WHERE p.place IS NOT NULL AND p.place_before IS NOT NULL
    GROUP BY p.id
  ), changes AS (
    SELECT c.id,
      CASE
        WHEN c.place IS NULL AND c.turn <= u.more THEN 'became_unavailable'
        WHEN c.place IS NULL THEN 'left'
        WHEN c.turn <= -u.more THEN 'became_available'
        ELSE 'came'
      END AS change, c.version_id, c.place, c.place_before
    FROM came_and_left c
    LEFT JOIN unavailable u ON u.id = c.id AND u.added_at = c.added_at
    UNION ALL
    SELECT k.id, 'moved', p.version_id, p.place, p.place_before
    FROM kept k
    CROSS JOIN LATERAL unnest(history.moved_places(k.was)) AS m(nth)
    JOIN pairs p ON p.id = k.id AND p.place = k.places[m.nth]
  )
  SELECT v.observed_at, v.provider, v.resource, v.list_key, c.change, c.version_id, c.place, c.place_before
  FROM changes c
  JOIN versions v ON v.id = c.id
  UNION ALL
  SELECT m.observed_at, m.provider, m.resource, '',
    CASE m.action WHEN 'added' THEN 'came' WHEN 'removed' THEN 'left' ELSE 'changed' END, m.version_id, NULL, NULL
  FROM history.memberships m
  WHERE m.user_id = of_user AND m.observed_at > after_time AND m.observed_at <= until_time
    AND (of_resource IS NULL OR m.resource = of_resource)
    AND EXISTS (
      SELECT FROM history.memberships f
      WHERE f.user_id = m.user_id AND f.resource = m.resource AND f.provider = m.provider
        AND f.observed_at < m.observed_at)
$$;

GRANT EXECUTE ON FUNCTION history.moved_places(integer[]),
  user_library_changes(uuid, timestamptz, timestamptz, text) TO blendify_app;

COMMENT ON FUNCTION history.moved_places(integer[]) IS
  'Of entries with these places before, in the order of now: the fewest that moved, the others having kept their order.';
COMMENT ON FUNCTION user_library_changes(uuid, timestamptz, timestamptz, text) IS
  'What came, left, moved, changed, became unavailable or available again between one observation and the next, after one moment and up to another; of one resource, or of all where it is null.';
