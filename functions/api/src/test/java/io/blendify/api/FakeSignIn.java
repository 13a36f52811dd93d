package io.blendify.api;

import io.blendify.core.ProviderId;
import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.ProfileOutcome;
import io.blendify.core.provider.RefreshToken;
import io.blendify.core.provider.SignIn;
import io.blendify.core.provider.TokenOutcome;
import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.util.Set;

/** The provider {@code tunes}: answers what it is told to, and checks the PKCE verifier. */
public final class FakeSignIn implements SignIn {
  private static final String VERIFIER = "a-verifier-that-nobody-else-can-know-0123456789";

  private TokenOutcome tokens = granted();
  private ProfileOutcome profile = account("account-1");

  public static TokenOutcome granted() {
    return new TokenOutcome.Granted(
        new AccessToken("access-secret"),
        new RefreshToken("refresh-secret"),
        Duration.ofHours(1),
        Set.of("top"));
  }

  public static ProfileOutcome account(String key) {
    return new ProfileOutcome.Found(key, "tunes-" + key, "Tunes " + key, null);
  }

  public FakeSignIn tokens(TokenOutcome outcome) {
    this.tokens = outcome;
    return this;
  }

  public FakeSignIn profile(ProfileOutcome outcome) {
    this.profile = outcome;
    return this;
  }

  @Override
  public ProviderId provider() {
    return new ProviderId("tunes");
  }

  @Override
  public Authorization authorize(String state, URI redirectUri) {
    var url =
        "https://accounts.tunes.test/authorize?state=" + state + "&redirect_uri=" + redirectUri;
    return new Authorization(URI.create(url), VERIFIER);
  }

  @Override
  public TokenOutcome exchange(String code, String codeVerifier, URI redirectUri) {
    return codeVerifier.equals(VERIFIER) && code.equals("good")
        ? tokens
        : new TokenOutcome.ConsentGone("wrong code or verifier");
  }

  @Override
  public TokenOutcome refresh(RefreshToken token) {
    return tokens;
  }

  @Override
  public Period consentLifetime() {
    return Period.ofMonths(6);
  }

  @Override
  public ProfileOutcome profile(AccessToken token) {
    return profile;
  }
}
