package io.blendify.providers.spotify;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.ProfileOutcome;
import io.blendify.core.provider.RefreshToken;
import io.blendify.core.provider.SignIn;
import io.blendify.core.provider.TokenOutcome;
import io.blendify.core.provider.TokenOutcome.AppRefused;
import io.blendify.core.provider.TokenOutcome.ConsentGone;
import io.blendify.core.provider.TokenOutcome.Granted;
import io.blendify.core.provider.TokenOutcome.Unavailable;
import io.blendify.providers.spotify.SpotifyConfig.PlaylistPath;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Period;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpotifySignInTest {

  private static final URI CALLBACK = URI.create("http://127.0.0.1:8080/v1/callback/spotify");
  private static final String VERIFIER = "verifier-of-at-least-forty-three-characters-0123456789";

  private SpotifyBench spotify;
  private SignIn signIn;

  @BeforeEach
  void start() throws IOException {
    spotify = new SpotifyBench();
    signIn = spotify.signIn();
  }

  @AfterEach
  void stop() {
    spotify.close();
  }

  @Test
  void thePersonIsSentToTheConsentPageWithAChallenge() throws GeneralSecurityException {
    var sent = signIn.authorize("state-one", CALLBACK);
    var query = form(sent.url().getRawQuery());
    assertThat(sent.url().toString()).startsWith(spotify.server.url() + "/authorize?");
    assertThat(query)
        .containsEntry("client_id", "client-one")
        .containsEntry("response_type", "code")
        .containsEntry("redirect_uri", CALLBACK.toString())
        .containsEntry("state", "state-one")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("code_challenge", challenge(sent.codeVerifier()))
        .containsEntry(
            "scope",
            "user-top-read user-read-recently-played playlist-read-private"
                + " playlist-read-collaborative user-library-read user-follow-read");
    assertThat(sent.codeVerifier()).matches("[A-Za-z0-9._~-]{43,128}");
  }

  @Test
  void everyAttemptHasItsOwnSecret() {
    assertThat(signIn.authorize("a", CALLBACK).codeVerifier())
        .isNotEqualTo(signIn.authorize("a", CALLBACK).codeVerifier());
  }

  @Test
  void aPublicClientTradesItsCodeWithTheVerifierAlone() {
    spotify.answers(200, "token.granted.json");
    var granted = (Granted) signIn.exchange("code-one", VERIFIER, CALLBACK);
    assertThat(granted.access()).isEqualTo(new AccessToken("access-one"));
    assertThat(granted.refresh()).isEqualTo(new RefreshToken("refresh-one"));
    assertThat(granted.lifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(granted.scopes()).containsExactlyInAnyOrder("user-top-read", "user-library-read");
    var asked = spotify.server.lastAsked();
    assertThat(asked.method() + " " + asked.uri()).isEqualTo("POST /api/token");
    assertThat(asked.header("Content-type")).isEqualTo("application/x-www-form-urlencoded");
    assertThat(asked.header("Authorization")).isEmpty();
    assertThat(form(asked.body()))
        .isEqualTo(
            Map.of(
                "grant_type", "authorization_code",
                "code", "code-one",
                "redirect_uri", CALLBACK.toString(),
                "client_id", "client-one",
                "code_verifier", VERIFIER));
  }

  @Test
  void aConfidentialClientProvesItselfByBasicToo() throws IOException {
    try (var confidential = new SpotifyBench("secret-one", PlaylistPath.ITEMS)) {
      confidential.answers(200, "token.granted.json");
      confidential.signIn().exchange("code-one", VERIFIER, CALLBACK);
      var asked = confidential.server.lastAsked();
      assertThat(asked.header("Authorization"))
          .isEqualTo(
              "Basic "
                  + Base64.getEncoder().encodeToString("client-one:secret-one".getBytes(UTF_8)));
      assertThat(form(asked.body())).containsEntry("code_verifier", VERIFIER);
    }
  }

  @Test
  void aRefreshWithoutANewTokenKeepsTheOldOne() {
    spotify.answers(200, "token.without-refresh.json");
    var granted = (Granted) signIn.refresh(new RefreshToken("refresh-one"));
    assertThat(granted.refresh()).isNull();
    assertThat(granted.scopes()).isEmpty();
    assertThat(granted.lifetime()).isEqualTo(Duration.ofMinutes(30));
    assertThat(form(spotify.server.lastAsked().body()))
        .isEqualTo(
            Map.of(
                "grant_type", "refresh_token",
                "refresh_token", "refresh-one",
                "client_id", "client-one"));
  }

  @Test
  void aRevokedConsentIsGone() {
    assertThat(refreshed(400, "token.revoked.json")).isInstanceOf(ConsentGone.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401})
  void aWrongClientIsNoFaultOfThePerson(int status) {
    assertThat(refreshed(status, "token.invalid-client.json")).isInstanceOf(AppRefused.class);
  }

  @Test
  void troubleAtTheTokenEndpointKeepsTheToken() {
    spotify.server.answers(503, "<html>");
    assertThat(signIn.refresh(new RefreshToken("r"))).isInstanceOf(Unavailable.class);
    spotify.server.answers(200, "{\"access_token\":");
    assertThat(signIn.refresh(new RefreshToken("r"))).isInstanceOf(Unavailable.class);
    spotify.server.answers(429, "", "Retry-After", "7200");
    assertThat(((Unavailable) signIn.refresh(new RefreshToken("r"))).pause())
        .isEqualTo(Duration.ofHours(2));
  }

  @Test
  void noCodeIsNoRequest() {
    assertThat(signIn.exchange(" ", VERIFIER, CALLBACK)).isInstanceOf(ConsentGone.class);
    assertThat(spotify.server.asked()).isEmpty();
  }

  @Test
  void theAccountIsKnownByItsAccountIdWhereThereIsOne() {
    spotify.answers(200, "me.new.json");
    assertThat(signIn.profile(SpotifyBench.TOKEN))
        .isEqualTo(
            new ProfileOutcome.Found(
                "acc_4f1d0c7e9b2a", "31mira", "Mira Example", "https://i.scdn.co/image/aa11"));
  }

  @Test
  void olderAppsKnowTheAccountByItsId() {
    spotify.answers(200, "me.old.json");
    assertThat(signIn.profile(SpotifyBench.TOKEN))
        .isEqualTo(new ProfileOutcome.Found("31mira", "31mira", null, null));
  }

  @Test
  void anAccountThatIsNotAdmittedIsToldFromTrouble() {
    spotify.answers(403, "error.not-registered.txt");
    assertThat(signIn.profile(SpotifyBench.TOKEN)).isInstanceOf(ProfileOutcome.AppRefused.class);
    spotify.server.answers(502, "");
    assertThat(signIn.profile(SpotifyBench.TOKEN)).isInstanceOf(ProfileOutcome.Unavailable.class);
    spotify.server.answers(200, "{\"display_name\":\"Nobody\"}");
    assertThat(signIn.profile(SpotifyBench.TOKEN)).isInstanceOf(ProfileOutcome.Unavailable.class);
  }

  @Test
  void consentLastsSixMonths() {
    assertThat(signIn.consentLifetime()).isEqualTo(Period.ofMonths(6));
  }

  private TokenOutcome refreshed(int status, String file) {
    spotify.answers(status, file);
    return signIn.refresh(new RefreshToken("refresh-one"));
  }

  private static String challenge(String verifier) throws GeneralSecurityException {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
  }

  private static Map<String, String> form(String encoded) {
    var form = new HashMap<String, String>();
    for (var pair : encoded.split("&")) {
      var parts = pair.split("=", 2);
      form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return form;
  }
}
