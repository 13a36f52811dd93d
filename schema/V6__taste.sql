-- Derived from history; may be rebuilt at any time.

CREATE SCHEMA taste;

CREATE TABLE taste.profiles (
  user_id uuid PRIMARY KEY REFERENCES users,
  version integer NOT NULL,
  inputs jsonb NOT NULL,
  profile jsonb NOT NULL,
  artist_keys text[] NOT NULL,
  recording_keys text[] NOT NULL,
  genre_keys text[] NOT NULL,
  built_at timestamptz NOT NULL
);

-- Editions of the background counts. What a blend was computed against can be read back.
CREATE TABLE taste.population (
  edition integer PRIMARY KEY,
  people integer NOT NULL CHECK (people >= 0),
  fingerprint text NOT NULL,
  built_at timestamptz NOT NULL
);

-- In how many people's profiles an artist, a recording or a genre stands: the row of the newest edition up to the
-- one asked for. A key without a row stands in one profile at most.
CREATE TABLE taste.listeners (
  kind text NOT NULL CHECK (kind IN ('artist', 'recording', 'genre')),
  key text NOT NULL,
  edition integer NOT NULL REFERENCES taste.population,
  listeners integer NOT NULL CHECK (listeners >= 0),
  PRIMARY KEY (kind, key, edition)
);

-- Who takes part in a blend and consents to it now: nobody else is counted.
CREATE VIEW taste.consenting_people AS
SELECT DISTINCT p.user_id
FROM blend_participants p
WHERE p.status = 'accepted'
  AND (
    SELECT c.granted
    FROM consents c
    WHERE c.blend_id = p.blend_id AND c.user_id = p.user_id
    ORDER BY c.id DESC
    LIMIT 1);
