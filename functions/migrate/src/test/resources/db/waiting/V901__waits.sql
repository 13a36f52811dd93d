-- Until whoever holds the lock lets it go.
SELECT pg_advisory_xact_lock(4711);
