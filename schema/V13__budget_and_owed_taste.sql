-- A daily budget of calls for each provider app, spent by all workers together; and what a sync still owes.

ALTER TABLE provider_throttle
  ADD COLUMN spent_on date,
  ADD COLUMN spent integer NOT NULL DEFAULT 0 CHECK (spent >= 0);
COMMENT ON COLUMN provider_throttle.spent_on IS 'The day (UTC) of the last counted call; null before the first.';
COMMENT ON COLUMN provider_throttle.spent IS 'Calls on that day, where there is a daily budget; the budget itself is a setting.';

-- Ended syncs that changed something and whose news has not reached the taste queue.
CREATE INDEX sync_jobs_owing_taste ON sync_jobs (updated_at)
  WHERE jsonb_exists(parameters, 'taste') AND status IN ('completed', 'failed');
