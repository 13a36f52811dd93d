-- What was played on somebody else's device, such as a child's tablet, can be taken out of a taste. Where a source says
-- what a track was played on, it stands with the play; plays that were imported before stay without it.
ALTER TABLE history.plays ADD COLUMN device text CHECK (length(device) <= 200);
COMMENT ON COLUMN history.plays.device IS 'What it was played on, in the source''s words; null where the source does not say.';

ALTER TABLE taste_exclusions ADD COLUMN device text;
ALTER TABLE taste_exclusions
  DROP CONSTRAINT taste_exclusions_kind_check,
  ADD CONSTRAINT taste_exclusions_kind_check CHECK (kind IN ('artist', 'playlist', 'period', 'device')),
  ADD CONSTRAINT taste_exclusions_device_check CHECK ((kind = 'device') = (device IS NOT NULL)),
  DROP CONSTRAINT taste_exclusions_user_id_kind_artist_key_provider_playlist__key,
  ADD CONSTRAINT taste_exclusions_once
    UNIQUE NULLS NOT DISTINCT (user_id, kind, artist_key, provider, playlist_id, since, until, device);
COMMENT ON COLUMN taste_exclusions.kind IS 'artist: whatever is credited to them; playlist: what stands in it, as far as it stands nowhere else; period: what was played, saved or put into a playlist then; device: what was played on it.';
COMMENT ON COLUMN taste_exclusions.device IS 'As the source of the plays names it; null for other kinds.';
