-- What seems to have vanished from a listing is believed once several looks, over a day, agree.

ALTER TABLE provider_sync_status
  ADD COLUMN doubted_since timestamptz,
  ADD COLUMN doubted_at timestamptz,
  ADD COLUMN doubted_looks integer NOT NULL DEFAULT 0 CHECK (doubted_looks >= 0);
COMMENT ON COLUMN provider_sync_status.doubted_since IS 'The first look that found so little that it is not believed yet; null where it is.';
COMMENT ON COLUMN provider_sync_status.doubted_at IS 'The last such look that counts; null where there is none.';
COMMENT ON COLUMN provider_sync_status.doubted_looks IS 'How many such looks count.';
COMMENT ON COLUMN provider_sync_status.reason IS 'Why it is not current (disabled, unsupported, reconnect_required, throttled, withheld, unconfirmed, gone, …); null where it is.';
COMMENT ON COLUMN sync_jobs.parameters IS 'A JSON object: of playlist tracks the version to be read, and how many there should be.';
