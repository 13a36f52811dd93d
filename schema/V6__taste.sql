-- Derived from history; may be rebuilt at any time.

CREATE SCHEMA taste;

CREATE TABLE taste.profiles (
  user_id uuid PRIMARY KEY REFERENCES users,
  version integer NOT NULL,
  inputs jsonb NOT NULL,
  profile jsonb NOT NULL,
  built_at timestamptz NOT NULL
);

-- In how many people's profiles an artist, a recording or a genre stands.
CREATE TABLE taste.listeners (
  kind text NOT NULL CHECK (kind IN ('artist', 'recording', 'genre')),
  key text NOT NULL,
  listeners integer NOT NULL CHECK (listeners > 0),
  PRIMARY KEY (kind, key)
);

CREATE TABLE taste.population (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  people integer NOT NULL,
  built_at timestamptz NOT NULL
);
