-- How far the tokens of all connections are sealed with each primary key of the key set: the work goes on where it
-- stopped, and a key under which everything is sealed is not looked after again.
CREATE TABLE token_reseals (
  key_id integer PRIMARY KEY,
  seen_at timestamptz NOT NULL,
  done_until uuid,
  resealed bigint NOT NULL DEFAULT 0,
  finished_at timestamptz
);

COMMENT ON TABLE token_reseals IS 'Sealing all tokens anew after a rotation: one row for each key that became primary.';
COMMENT ON COLUMN token_reseals.key_id IS 'The key''s id in the key set, as Tink writes it into what it seals.';
COMMENT ON COLUMN token_reseals.seen_at IS 'When the work first saw it as primary; it begins some minutes later.';
COMMENT ON COLUMN token_reseals.done_until IS 'Up to this connection everything is sealed with it; null at the beginning of a pass.';
COMMENT ON COLUMN token_reseals.resealed IS 'Connections that this took.';
COMMENT ON COLUMN token_reseals.finished_at IS 'When a whole pass left nothing; null until then.';
