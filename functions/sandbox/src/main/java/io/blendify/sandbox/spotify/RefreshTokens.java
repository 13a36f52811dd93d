package io.blendify.sandbox.spotify;

/** What the token endpoint does with the refresh token when one is used. */
public enum RefreshTokens {
  /** The answer has none; the old one stays valid. */
  OMITTED,
  /** The answer repeats the old one. */
  REPEATED,
  /** The answer has a new one and the old one is spent: single use. */
  ROTATED
}
