-- What each role may do, and what nobody may. The roles themselves belong to the cluster and are made before
-- the first migration (io.blendify.store.role.DatabaseRoles).

REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO blendify_app;

-- The functions' role: rows are added to catalogue and history, never changed or removed.
GRANT USAGE ON SCHEMA public, catalog, history, taste TO blendify_app;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA catalog, history TO blendify_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, taste TO blendify_app;
REVOKE UPDATE, DELETE ON consents, blend_scores FROM blendify_app;
REVOKE ALL ON flyway_schema_history FROM blendify_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA catalog, history GRANT SELECT, INSERT ON TABLES TO blendify_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public, taste GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO blendify_app;

-- A view is for reading.
DO $$
DECLARE
  reading_view regclass;
BEGIN
  FOR reading_view IN
    SELECT oid FROM pg_class
    WHERE relkind = 'v' AND relnamespace IN ('public'::regnamespace, 'history'::regnamespace)
  LOOP
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON %s FROM blendify_app', reading_view);
  END LOOP;
END
$$;

-- The eraser: reads and deletes, and hands a blend on whose creator goes.
GRANT USAGE ON SCHEMA public, catalog, history, taste TO blendify_eraser;
GRANT SELECT, DELETE ON ALL TABLES IN SCHEMA public, catalog, history, taste TO blendify_eraser;
GRANT UPDATE (created_by_user_id, total_tracks) ON blends TO blendify_eraser;
-- Only to lock the row while it works.
GRANT UPDATE (id) ON users, sync_jobs TO blendify_eraser;
REVOKE ALL ON flyway_schema_history FROM blendify_eraser;
ALTER DEFAULT PRIVILEGES IN SCHEMA public, catalog, history, taste GRANT SELECT, DELETE ON TABLES TO blendify_eraser;

-- The same for everybody, the owner and superusers included: only the eraser deletes, and nobody updates.
CREATE FUNCTION refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_user = 'blendify_eraser' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% of %.% refused: its rows are added, never changed or removed', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege', HINT = 'Personal data is erased by erase_user and erase_provider_data.';
END
$$;

DO $$
DECLARE
  kept regclass;
BEGIN
  FOR kept IN
    SELECT oid FROM pg_class
    WHERE relkind = 'r'
      AND (relnamespace IN ('catalog'::regnamespace, 'history'::regnamespace)
        OR oid IN ('consents'::regclass, 'blend_scores'::regclass))
  LOOP
    EXECUTE format(
      'CREATE TRIGGER rows_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      kept);
  END LOOP;
END
$$;
