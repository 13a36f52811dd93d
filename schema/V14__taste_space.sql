-- What goes together, and what strangers have in common, learnt from those who consented. As numbered editions that are
-- never changed, so that a blend can be computed again against the one that it was computed against.
CREATE TABLE taste.spaces (
  edition integer PRIMARY KEY,
  people integer NOT NULL CHECK (people >= 0),
  fingerprint text NOT NULL,
  strangers integer NOT NULL,
  percentiles float8[] NOT NULL,
  built_at timestamptz NOT NULL
);
COMMENT ON TABLE taste.spaces IS 'Editions of the taste space: what goes together, learnt from a sample of those who consented, once a day.';
COMMENT ON COLUMN taste.spaces.edition IS 'Counts up. One is deleted once it is not the newest and no computed blend names it.';
COMMENT ON COLUMN taste.spaces.people IS 'Profiles that it was learnt from, 2,000 at most.';
COMMENT ON COLUMN taste.spaces.fingerprint IS 'Of who consented then: while they are few, it is used only as long as it is the same people.';
COMMENT ON COLUMN taste.spaces.strangers IS 'People whose pairs the percentiles were taken from.';
COMMENT ON COLUMN taste.spaces.percentiles IS 'What two strangers have in common, 0 to 1: the 1st to the 99th percentile; empty while too few are known.';
COMMENT ON COLUMN taste.spaces.built_at IS 'When.';

CREATE TABLE taste.styles (
  edition integer NOT NULL REFERENCES taste.spaces,
  kind text NOT NULL CHECK (kind IN ('artist', 'recording')),
  number smallint NOT NULL,
  keys text[] NOT NULL,
  PRIMARY KEY (edition, kind, number)
);
COMMENT ON TABLE taste.styles IS 'The styles of music of an edition: clusters of artists, or of recordings, that the same people like.';
COMMENT ON COLUMN taste.styles.edition IS 'Of the taste space.';
COMMENT ON COLUMN taste.styles.kind IS 'artist or recording.';
COMMENT ON COLUMN taste.styles.number IS 'From 0.';
COMMENT ON COLUMN taste.styles.keys IS 'Its best known things, best known first: what it is named by.';

CREATE TABLE taste.places (
  edition integer NOT NULL REFERENCES taste.spaces,
  kind text NOT NULL CHECK (kind IN ('artist', 'recording')),
  key text NOT NULL,
  listeners integer NOT NULL CHECK (listeners > 1),
  axes real[] NOT NULL,
  styles smallint[] NOT NULL,
  shares real[] NOT NULL,
  neighbours text[] NOT NULL,
  weights real[] NOT NULL,
  PRIMARY KEY (kind, key, edition)
);
CREATE INDEX places_by_edition ON taste.places (edition);
COMMENT ON TABLE taste.places IS 'Where an artist or a recording stands in an edition of the taste space. What one person alone listens to is not in it.';
COMMENT ON COLUMN taste.places.edition IS 'Of the taste space.';
COMMENT ON COLUMN taste.places.kind IS 'artist or recording.';
COMMENT ON COLUMN taste.places.key IS 'Which one, as in taste.listeners.';
COMMENT ON COLUMN taste.places.listeners IS 'How many of the sample know it, two at least.';
COMMENT ON COLUMN taste.places.axes IS 'Its coordinates: the product of two things is how much the one speaks for the other.';
COMMENT ON COLUMN taste.places.styles IS 'Numbers of the few styles that it belongs to, strongest first.';
COMMENT ON COLUMN taste.places.shares IS 'How much to each of them; they add up to 1.';
COMMENT ON COLUMN taste.places.neighbours IS 'Keys of what is liked by those who like it, nearest first, 200 at most; empty for artists.';
COMMENT ON COLUMN taste.places.weights IS 'How much it speaks for each of them.';
