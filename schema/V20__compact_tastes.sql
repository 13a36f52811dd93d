-- A blend reads numbers: tastes and what goes with what as bytes, instead of JSON and arrays of text.
ALTER TABLE taste.profiles ADD COLUMN packed bytea NOT NULL DEFAULT '';
COMMENT ON COLUMN taste.profiles.profile IS 'The weighted artists, recordings and genres, a JSON object: for people.';
COMMENT ON COLUMN taste.profiles.packed IS 'The same as bytes, for blends (io.blendify.core.taste.PackedTaste); empty: not made yet, the next build does.';

-- What was learnt before is learnt anew: a space of few people is due at once, one of many within a day.
DELETE FROM taste.places;
DELETE FROM taste.styles;
DELETE FROM taste.spaces;
ALTER TABLE taste.spaces ADD COLUMN recordings bytea NOT NULL;
COMMENT ON COLUMN taste.spaces.recordings IS 'Which recordings it knows, eight bytes each, highest first: by their places here taste.places.near names them.';
ALTER TABLE taste.places DROP COLUMN neighbours, DROP COLUMN weights, ADD COLUMN near bytea NOT NULL;
COMMENT ON COLUMN taste.places.near IS 'What is liked by those who like it, 200 at most, and how much it speaks for each (io.blendify.core.population.Vicinity); empty for artists. 1 is what speaks for the fifty things most spoken for to the mean person.';

-- The score of a past day, computed from what history held then: it takes its place in the score's history, and nothing else.
ALTER TABLE blend_refreshes ADD COLUMN as_of timestamptz,
  DROP CONSTRAINT blend_refreshes_status_check,
  ADD CONSTRAINT blend_refreshes_status_check
    CHECK (status IN ('pending', 'running', 'completed', 'past', 'waiting', 'failed', 'withdrawn'));
COMMENT ON COLUMN blend_refreshes.as_of IS 'Of which past moment the tastes are; null: of when it was computed.';
DROP INDEX blend_refreshes_one_open;
CREATE UNIQUE INDEX blend_refreshes_one_open ON blend_refreshes (blend_id, (as_of IS NULL))
  WHERE status IN ('pending', 'running');
ALTER TABLE blend_scores ADD COLUMN as_of timestamptz;
COMMENT ON COLUMN blend_scores.as_of IS 'Of which past moment the tastes are; null: of when it was computed. The population is that of when it was computed.';
COMMENT ON COLUMN blend_refreshes.status IS 'How far it is; a completed one has tracks and a score, a past one the score of a past moment.';

-- Whether somebody left since the taste space was learnt.
CREATE INDEX consents_taken_back ON consents (decided_at) WHERE NOT granted;
