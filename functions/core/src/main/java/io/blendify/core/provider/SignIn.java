package io.blendify.core.provider;

import io.blendify.core.ProviderId;
import java.net.URI;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The ability to connect an account by OAuth 2.0: authorization code with PKCE (RFC 6749, RFC
 * 7636).
 */
public interface SignIn {

  ProviderId provider();

  /** Where to send the person, and the secret to keep until they come back. */
  Authorization authorize(String state, URI redirectUri);

  /** Trades the code for tokens. Never throws for what a provider may do; those are outcomes. */
  TokenOutcome exchange(String code, String codeVerifier, URI redirectUri);

  /** Asks for a new access token. */
  TokenOutcome refresh(RefreshToken token);

  /** How long a consent lasts, however often tokens are refreshed; null where it does not end. */
  default @Nullable Period consentLifetime() {
    return null;
  }

  /** Whose account this is. */
  ProfileOutcome profile(AccessToken token);

  /**
   * Where consent starts.
   *
   * @param url the provider's consent page
   * @param codeVerifier RFC 7636, 43 to 128 characters; a secret of this one attempt
   */
  record Authorization(URI url, String codeVerifier) {
    @Override
    public String toString() {
      return "Authorization[…]";
    }
  }
}
