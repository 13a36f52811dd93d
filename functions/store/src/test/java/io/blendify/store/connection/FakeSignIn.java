package io.blendify.store.connection;

import io.blendify.core.ProviderId;
import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.ProfileOutcome;
import io.blendify.core.provider.RefreshToken;
import io.blendify.core.provider.SignIn;
import io.blendify.core.provider.TokenOutcome;
import java.net.URI;
import java.time.Period;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers refreshes as it is told, and remembers which tokens it was shown. */
final class FakeSignIn implements SignIn {

  final List<String> shown = new CopyOnWriteArrayList<>();
  volatile Function<RefreshToken, TokenOutcome> answer =
      _ -> {
        throw new AssertionError("nobody should refresh");
      };

  @Override
  public ProviderId provider() {
    return new ProviderId("spotify");
  }

  @Override
  public Authorization authorize(String state, URI redirectUri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public TokenOutcome exchange(String code, String codeVerifier, URI redirectUri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public TokenOutcome refresh(RefreshToken token) {
    shown.add(token.value());
    return answer.apply(token);
  }

  @Override
  public Period consentLifetime() {
    return Period.ofMonths(6);
  }

  @Override
  public ProfileOutcome profile(AccessToken token) {
    throw new UnsupportedOperationException();
  }
}
