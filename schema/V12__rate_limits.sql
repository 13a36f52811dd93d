-- How often somebody may try something, such as a password. Functions share no memory, so the count is kept here.

CREATE TABLE rate_limits (
  subject bytea PRIMARY KEY CHECK (octet_length(subject) = 32),
  free_at timestamptz NOT NULL
);
CREATE INDEX rate_limits_by_time ON rate_limits (free_at, subject);

COMMENT ON TABLE rate_limits IS
  'Attempts that are limited, such as signing in: the generic cell rate algorithm, one row for whoever tried lately.';
COMMENT ON COLUMN rate_limits.subject IS
  'SHA-256 of what is limited and of whose attempts: neither e-mail addresses nor network addresses are kept.';
COMMENT ON COLUMN rate_limits.free_at IS
  'When all attempts so far are used up: each one adds its share. Once it is past, the row says nothing any more.';
