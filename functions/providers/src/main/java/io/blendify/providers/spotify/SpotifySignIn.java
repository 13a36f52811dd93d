package io.blendify.providers.spotify;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.blendify.core.ProviderId;
import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.ProfileOutcome;
import io.blendify.core.provider.RefreshToken;
import io.blendify.core.provider.SignIn;
import io.blendify.core.provider.TokenOutcome;
import io.blendify.providers.spotify.Reply.Received;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Period;

/** Authorization code with PKCE, as a public client or, where a secret is set, with Basic too. */
@Singleton
final class SpotifySignIn implements SignIn {

  private static final Scope SCOPE =
      new Scope(
          "user-top-read",
          "user-read-recently-played",
          "playlist-read-private",
          "playlist-read-collaborative",
          "user-library-read",
          "user-follow-read");

  private final SpotifyConfig config;
  private final SpotifyClientSecret secret;
  private final SpotifyHttp http;
  private final ClientID client;

  SpotifySignIn(SpotifyConfig config, SpotifyClientSecret secret, SpotifyHttp http) {
    this.config = config;
    this.secret = secret;
    this.http = http;
    this.client = new ClientID(config.clientId());
  }

  @Override
  public ProviderId provider() {
    return SpotifyItems.SPOTIFY;
  }

  @Override
  public Authorization authorize(String state, URI redirectUri) {
    var verifier = new CodeVerifier();
    var request =
        new AuthorizationRequest.Builder(ResponseType.CODE, client)
            .endpointURI(URI.create(config.accountsUrl() + "/authorize"))
            .redirectionURI(redirectUri)
            .scope(SCOPE)
            .state(new State(state))
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build();
    return new Authorization(request.toURI(), verifier.getValue());
  }

  @Override
  public TokenOutcome exchange(String code, String codeVerifier, URI redirectUri) {
    if (code.isBlank()) {
      return new TokenOutcome.ConsentGone("no code came back");
    }
    return ask(
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), redirectUri, new CodeVerifier(codeVerifier)));
  }

  @Override
  public TokenOutcome refresh(RefreshToken token) {
    return ask(
        new RefreshTokenGrant(new com.nimbusds.oauth2.sdk.token.RefreshToken(token.value())));
  }

  @Override
  public Period consentLifetime() {
    return Period.ofMonths(6);
  }

  @Override
  public ProfileOutcome profile(AccessToken token) {
    var reply = http.get(URI.create(config.apiUrl() + "/me"), token);
    return reply instanceof Received(int status, var _, var body) && status == 200
        ? SpotifyAccount.profile(body)
        : SpotifyFault.profile(reply);
  }

  private TokenOutcome ask(AuthorizationGrant grant) {
    var request = request(grant).toHTTPRequest();
    var reply = http.post(request.getURI(), request.getBody(), request.getAuthorization());
    return reply instanceof Received(int status, var _, var body) && status == 200
        ? SpotifyAccount.tokens(body)
        : SpotifyFault.token(reply);
  }

  private TokenRequest request(AuthorizationGrant grant) {
    var endpoint = URI.create(config.accountsUrl() + "/api/token");
    return secret
        .value()
        .map(text -> new ClientSecretBasic(client, new Secret(text)))
        .map(known -> new TokenRequest.Builder(endpoint, known, grant))
        .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
        .build();
  }
}
