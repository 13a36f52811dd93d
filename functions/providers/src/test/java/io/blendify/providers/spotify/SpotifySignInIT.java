package io.blendify.providers.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.provider.ProfileOutcome;
import io.blendify.core.provider.RefreshToken;
import io.blendify.core.provider.TokenOutcome;
import io.blendify.core.provider.TokenOutcome.AppRefused;
import io.blendify.core.provider.TokenOutcome.ConsentGone;
import io.blendify.core.provider.TokenOutcome.Granted;
import io.blendify.core.provider.TokenOutcome.Unavailable;
import io.blendify.sandbox.spotify.Effect;
import io.blendify.sandbox.spotify.Fault;
import io.blendify.sandbox.spotify.RefreshTokens;
import io.blendify.sandbox.spotify.Shape;
import io.blendify.sandbox.spotify.SpotifyApp;
import io.blendify.sandbox.spotify.Switches;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing in over real HTTP, from the consent page to the end of the consent. */
class SpotifySignInIT {

  private static final URI CALLBACK = URI.create("http://127.0.0.1:8080/v1/callback/spotify");
  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  private static SandboxSpotify spotify;

  /** A code as it came back, and the secret that belongs to it. */
  private record Returned(String code, String verifier) {}

  @BeforeAll
  static void start() throws IOException {
    spotify = new SandboxSpotify();
  }

  @AfterAll
  static void stop() {
    spotify.close();
  }

  @BeforeEach
  void calm() {
    spotify.clock.set(SandboxSpotify.NOW);
    spotify.sandbox.faults().clear();
    spotify.sandbox.treat(Switches.standard());
  }

  @ParameterizedTest
  @EnumSource
  void theAccountIsTheOneThatConsented(Shape shape) throws Exception {
    spotify.sandbox.treat(Switches.standard().withShape(shape));
    var granted = (Granted) exchange(consent("mira"));
    assertThat(granted.scopes()).hasSize(6);
    assertThat(granted.refresh()).isNotNull();
    var found = (ProfileOutcome.Found) spotify.signIn().profile(granted.access());
    var mira = spotify.sandbox.world().person("mira").orElseThrow();
    assertThat(found.userId()).isEqualTo(mira.id());
    assertThat(found.accountKey())
        .isEqualTo(shape == Shape.OLD_ONLY ? mira.id() : mira.accountId());
    assertThat(found.displayName()).isEqualTo(mira.displayName());
  }

  @Test
  void aCodeWorksOnceAndOnlyWithItsOwnSecret() throws Exception {
    var returned = consent("mira");
    assertThat(exchange(new Returned(returned.code(), "another-verifier-".repeat(3))))
        .isInstanceOf(ConsentGone.class);
    var again = consent("mira");
    assertThat(exchange(again)).isInstanceOf(Granted.class);
    assertThat(exchange(again)).isInstanceOf(ConsentGone.class);
  }

  @Test
  void whatWasNotGrantedIsNotInTheScopes() throws Exception {
    spotify.sandbox.treat(Switches.standard().withholding(Set.of("user-follow-read")));
    assertThat(((Granted) exchange(consent("mira"))).scopes())
        .hasSize(5)
        .doesNotContain("user-follow-read");
  }

  @ParameterizedTest
  @EnumSource
  void refreshingWorksWhateverBecomesOfTheRefreshToken(RefreshTokens kind) throws Exception {
    spotify.sandbox.treat(Switches.standard().withRefreshTokens(kind));
    var first = (Granted) exchange(consent("mira"));
    var second = (Granted) spotify.signIn().refresh(first.refresh());
    assertThat(second.access()).isNotEqualTo(first.access());
    var kept = second.refresh() == null ? first.refresh() : second.refresh();
    assertThat(second.refresh() == null).isEqualTo(kind == RefreshTokens.OMITTED);
    assertThat(spotify.signIn().refresh(kept)).isInstanceOf(Granted.class);
    assertThat(spotify.signIn().refresh(first.refresh()))
        .isInstanceOf(kind == RefreshTokens.ROTATED ? ConsentGone.class : Granted.class);
  }

  @Test
  void consentEndsWhenItIsWithdrawnAndSixMonthsAfterItWasGiven() throws Exception {
    var granted = (Granted) exchange(consent("jonas"));
    spotify.clock.advance(Duration.ofDays(179));
    assertThat(spotify.signIn().refresh(granted.refresh())).isInstanceOf(Granted.class);
    spotify.clock.advance(Duration.ofDays(6));
    assertThat(spotify.signIn().refresh(granted.refresh())).isInstanceOf(ConsentGone.class);
    var again = (Granted) exchange(consent("mira"));
    spotify.sandbox.revoke("mira");
    assertThat(spotify.signIn().refresh(again.refresh())).isInstanceOf(ConsentGone.class);
  }

  @Test
  void aWrongSecretIsAFaultOfTheInstallation() throws Exception {
    try (var wrong = new SandboxSpotify("spotify.client-secret", "no-secret")) {
      assertThat(wrong.signIn().refresh(new RefreshToken("any"))).isInstanceOf(AppRefused.class);
    }
  }

  @Test
  void aPublicClientNeedsNoSecret() throws Exception {
    try (var open =
        new SandboxSpotify("spotify.client-id", "open-app", "spotify.client-secret", "")) {
      open.sandbox.register(new SpotifyApp("open-app", null, List.of(CALLBACK.toString())));
      var granted = (Granted) exchange(open, consent(open, "mira"));
      assertThat(open.signIn().refresh(granted.refresh())).isInstanceOf(Granted.class);
    }
  }

  @Test
  void troubleAtTheTokenEndpointIsNoEndOfConsent() throws Exception {
    var granted = (Granted) exchange(consent("mira"));
    for (var effect :
        List.of(Effect.brokenGateway(502), Effect.throttled(3), Effect.truncatedJson())) {
      spotify.sandbox.faults().add(Fault.on("/api/token", effect));
      assertThat(spotify.signIn().refresh(granted.refresh())).isInstanceOf(Unavailable.class);
    }
    assertThat(spotify.signIn().refresh(granted.refresh())).isInstanceOf(Granted.class);
  }

  @Test
  void anAccountThatIsNotRegisteredSignsInAndIsRefusedThen() throws Exception {
    spotify.sandbox.treat(Switches.standard().registeredOnly(Set.of("somebody-else")));
    var granted = (Granted) exchange(consent("mira"));
    assertThat(spotify.signIn().profile(granted.access()))
        .isInstanceOf(ProfileOutcome.AppRefused.class);
  }

  private static TokenOutcome exchange(Returned returned) {
    return exchange(spotify, returned);
  }

  private static TokenOutcome exchange(SandboxSpotify at, Returned returned) {
    return at.signIn().exchange(returned.code(), returned.verifier(), CALLBACK);
  }

  private static Returned consent(String person) throws IOException, InterruptedException {
    return consent(spotify, person);
  }

  /** What a browser does: opens the page as the person, and is sent back with a code. */
  private static Returned consent(SandboxSpotify at, String person)
      throws IOException, InterruptedException {
    var sent = at.signIn().authorize("state-one", CALLBACK);
    var page = HttpRequest.newBuilder(URI.create(sent.url() + "&login=" + person)).build();
    var back =
        BROWSER
            .send(page, BodyHandlers.discarding())
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(back).startsWith(CALLBACK + "?").contains("state=state-one");
    return new Returned(back.replaceFirst(".*[?&]code=([^&]+).*", "$1"), sent.codeVerifier());
  }
}
