package io.blendify.fetcher;

import io.blendify.core.ProviderId;
import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.ProfileOutcome;
import io.blendify.core.provider.RefreshToken;
import io.blendify.core.provider.SignIn;
import io.blendify.core.provider.TokenOutcome;
import io.blendify.core.provider.TokenOutcome.Granted;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** Renews tokens, each with a number higher than the last, or does what a test wants. */
@Singleton
@Requires(property = "fetcher.fakes")
final class FakeSignIn implements SignIn {

  int renewals;
  TokenOutcome instead;

  @Override
  public ProviderId provider() {
    return World.FAKE;
  }

  @Override
  public Authorization authorize(String state, URI redirectUri) {
    throw new UnsupportedOperationException("nobody signs in here");
  }

  @Override
  public TokenOutcome exchange(String code, String codeVerifier, URI redirectUri) {
    throw new UnsupportedOperationException("nobody signs in here");
  }

  @Override
  public TokenOutcome refresh(RefreshToken token) {
    if (instead != null) {
      return instead;
    }
    renewals++;
    return new Granted(new AccessToken("renewed-" + renewals), null, Duration.ofHours(1), Set.of());
  }

  @Override
  public ProfileOutcome profile(AccessToken token) {
    throw new UnsupportedOperationException("nobody signs in here");
  }
}
