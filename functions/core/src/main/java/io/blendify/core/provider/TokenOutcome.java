package io.blendify.core.provider;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a call to a token endpoint ended. */
public sealed interface TokenOutcome {

  /**
   * Tokens were issued.
   *
   * @param refresh null where the answer carries none: then the old one stays in use
   * @param lifetime of the access token
   * @param scopes what was granted, which can be less than what was asked for; empty where the
   *     answer does not say, which means what was asked for (RFC 6749, section 5.1)
   */
  record Granted(
      AccessToken access, @Nullable RefreshToken refresh, Duration lifetime, Set<String> scopes)
      implements TokenOutcome {
    public Granted {
      scopes = Set.copyOf(scopes);
    }
  }

  /** {@code invalid_grant}: consent is gone, or the code is wrong, used or too old. No retries. */
  record ConsentGone(String detail) implements TokenOutcome {}

  /** A fault of this installation's app ({@code invalid_client} …), not of the person. */
  record AppRefused(String detail) implements TokenOutcome {}

  /** Trouble on their side or on the way: the tokens stay good, try again after the pause. */
  record Unavailable(Duration pause, String detail) implements TokenOutcome {}
}
