-- Who uses the installation, what they connected, and what they agreed to.

CREATE TABLE users (
  id uuid PRIMARY KEY,
  email text CHECK (email = lower(email)),
  display_name text NOT NULL,
  password_hash text,
  avatar_url text,
  role text NOT NULL DEFAULT 'listener' CHECK (role IN ('listener', 'operator')),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (email)
);

CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE TABLE provider_connections (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users,
  provider text NOT NULL,
  provider_user_id text NOT NULL,
  provider_user_name text,
  owner_id text,
  access_token_encrypted bytea,
  refresh_token_encrypted bytea,
  token_expires_at timestamptz,
  token_version integer NOT NULL DEFAULT 0,
  refresh_lease_until timestamptz,
  scopes text[] NOT NULL DEFAULT '{}',
  status text NOT NULL CHECK (status IN ('active', 'reconnect_required', 'disabled')),
  status_detail text,
  consented_at timestamptz NOT NULL,
  consent_expires_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (user_id, provider),
  UNIQUE (provider, provider_user_id)
);

CREATE TABLE connect_attempts (
  state_hash bytea PRIMARY KEY,
  provider text NOT NULL,
  user_id uuid REFERENCES users,
  browser_hash bytea NOT NULL,
  code_verifier_encrypted bytea NOT NULL,
  return_to text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX connect_attempts_by_user ON connect_attempts (user_id) WHERE user_id IS NOT NULL;

-- What each provider's terms allow; the operator sets it.
CREATE TABLE provider_terms (
  provider text PRIMARY KEY,
  may_score boolean NOT NULL DEFAULT true,
  may_mix boolean NOT NULL DEFAULT true,
  retention_days integer CHECK (retention_days > 0),
  purge_on_disconnect boolean NOT NULL DEFAULT true
);
