-- What each role may do, and what nobody may.

GRANT USAGE ON SCHEMA public, catalog, history, taste TO blendify_app;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA catalog, history TO blendify_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, taste TO blendify_app;
REVOKE ALL ON flyway_schema_history FROM blendify_app;
