package io.blendify.sandbox.spotify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.blendify.sandbox.SandboxClock;
import io.blendify.sandbox.http.Query;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
  private static final String VERIFIER = "a-verifier_that.is~long-enough-to-be-one-0123456789";
  private static final String BASIC =
      "Basic "
          + Base64.getEncoder()
              .encodeToString("blendify-sandbox:sandbox-secret".getBytes(StandardCharsets.UTF_8));

  private static final SandboxClock CLOCK = SandboxClock.frozenAt(NOW);
  private static SpotifySandbox sandbox;

  @BeforeAll
  static void start() throws IOException {
    sandbox = SpotifySandbox.start(CLOCK);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void reset() {
    CLOCK.set(NOW);
    sandbox.treat(Switches.standard());
  }

  @Test
  void theConsentPageOffersTheDemoPeopleAndCarriesTheStateSafely() throws Exception {
    var page = Caller.authorize(sandbox, Map.of("state", "\"><script>"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(page.body())
        .contains("value=\"mira\"")
        .contains("Zoë Mörkgrav-Ivers 🤘")
        .doesNotContain("<script>");
    assertThat(page.body()).contains("name=\"state\" value=\"&quot;&gt;&lt;script&gt;\"");
  }

  @Test
  void consentSendsACodeAndTheStateBack() throws Exception {
    var back = redirect(Caller.authorize(sandbox, Map.of("login", "mira")));
    assertThat(back.get("state")).isEqualTo("st/4&te");
    assertThat(back.get("code")).isNotBlank();
    assertThat(back.has("error")).isFalse();
  }

  @Test
  void refusalSendsAnErrorAndTheStateBack() throws Exception {
    var back = redirect(Caller.authorize(sandbox, Map.of("login", "mira", "decision", "deny")));
    assertThat(back.get("error")).isEqualTo("access_denied");
    assertThat(back.get("state")).isEqualTo("st/4&te");
    assertThat(back.has("code")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080/v1/callback/spotify/",
        "http://127.0.0.1:8080/v1/callback",
        "http://localhost:8080/v1/callback/spotify",
        "https://127.0.0.1:8080/v1/callback/spotify",
        "http://127.0.0.1:8080@evil.invalid/v1/callback/spotify",
        "http://evil.invalid:8080/v1/callback/spotify",
        "not a uri"
      })
  void nobodyIsSentToAnAddressThatIsNotRegistered(String redirectUri) throws Exception {
    var answer = Caller.authorize(sandbox, Map.of("login", "mira", "redirect_uri", redirectUri));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("INVALID_CLIENT: Invalid redirect URI");
  }

  @Test
  void anAddressWithoutALoopbackOrHttpsCannotBeRegistered() {
    for (var address : List.of("http://localhost/cb", "http://example.invalid/cb")) {
      assertThatThrownBy(() -> new SpotifyApp("x", null, List.of(address)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(address);
    }
    assertThat(
            new SpotifyApp("x", null, List.of("https://example.invalid/cb"))
                .allows("https://example.invalid/cb"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "response_type, token, unsupported_response_type",
    "scope, user-top-read make-coffee, invalid_scope",
    "code_challenge_method, plain, invalid_request"
  })
  void whatIsAskedWronglyComesBackAsAnError(String name, String value, String error)
      throws Exception {
    var more =
        new HashMap<>(
            Map.of(
                "login", "mira", "code_challenge", challenge(), "code_challenge_method", "S256"));
    more.put(name, value);
    assertThat(redirect(Caller.authorize(sandbox, more)).get("error")).isEqualTo(error);
  }

  @Test
  void aPublicClientProvesTheCodeWithItsVerifier() throws Exception {
    var tokens = Json.read(exchange(code(true), VERIFIER).body());
    assertThat(tokens.get("token_type").asText()).isEqualTo("Bearer");
    assertThat(tokens.get("expires_in").asInt()).isEqualTo(3600);
    assertThat(tokens.get("scope").asText().split(" "))
        .containsExactlyInAnyOrder(Caller.SCOPE.split(" "));
    var me = new Caller(sandbox, tokens.get("access_token").asText()).json("/v1/me");
    assertThat(me.get("account_id").asText())
        .isEqualTo(sandbox.world().person("mira").orElseThrow().accountId());
  }

  @Test
  void aWrongOrMissingVerifierIsRefusedAndSpendsTheCode() throws Exception {
    var code = code(true);
    assertError(exchange(code, VERIFIER + "x"), "invalid_grant");
    assertError(exchange(code, VERIFIER), "invalid_grant");
    assertError(exchange(code(true), "short"), "invalid_grant");
    assertError(exchange(code(true), ""), "invalid_grant");
  }

  @Test
  void aCodeWorksOnce() throws Exception {
    var code = code(true);
    assertThat(exchange(code, VERIFIER).statusCode()).isEqualTo(200);
    assertError(exchange(code, VERIFIER), "invalid_grant");
  }

  @Test
  void aCodeExpires() throws Exception {
    var code = code(true);
    CLOCK.advance(Grants.CODE_LIFE);
    assertError(exchange(code, VERIFIER), "invalid_grant");
  }

  @Test
  void aCodeIsBoundToItsRedirectAndItsApp() throws Exception {
    var form = new HashMap<>(form(code(true), VERIFIER));
    form.put("redirect_uri", "http://127.0.0.1:8081/v1/callback/spotify");
    assertError(Caller.post(sandbox, form), "invalid_grant");
    sandbox.register(new SpotifyApp("other", null, List.of()));
    var other = new HashMap<>(form(code(true), VERIFIER));
    other.put("client_id", "other");
    assertError(Caller.post(sandbox, other), "invalid_grant");
  }

  @Test
  void aClientWithASecretMustGiveTheRightOne() throws Exception {
    var form =
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code(false),
            "redirect_uri",
            Caller.REDIRECT);
    var wrong =
        "Basic "
            + Base64.getEncoder()
                .encodeToString("blendify-sandbox:guess".getBytes(StandardCharsets.UTF_8));
    assertError(Caller.post(sandbox, form, "Authorization", wrong), "invalid_client");
    assertError(Caller.post(sandbox, form, "Authorization", "Basic %%%"), "invalid_client");
    assertThat(Caller.post(sandbox, form, "Authorization", BASIC).statusCode()).isEqualTo(200);
  }

  @Test
  void aCodeWithoutPkceIsWorthNothingWithoutTheSecret() throws Exception {
    assertError(exchange(code(false), VERIFIER), "invalid_client");
  }

  @Test
  void otherGrantTypesAndBodiesAreRefused() throws Exception {
    assertError(
        Caller.post(sandbox, Map.of("grant_type", "password", "client_id", "blendify-sandbox")),
        "unsupported_grant_type");
    assertError(
        Caller.post(sandbox, Map.of("client_id", "blendify-sandbox")), "unsupported_grant_type");
    assertError(
        Caller.post(sandbox, Map.of("grant_type", "refresh_token", "client_id", "nobody")),
        "invalid_client");
  }

  @Test
  void aRefreshNormallyBringsNoNewRefreshToken() throws Exception {
    var refresh = signedIn();
    for (int i = 0; i < 2; i++) {
      CLOCK.advance(Duration.ofHours(2));
      var tokens = Json.read(refresh(refresh).body());
      assertThat(tokens.has("refresh_token")).isFalse();
      assertThat(
              new Caller(sandbox, tokens.get("access_token").asText()).get("/v1/me").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void aRotatedRefreshTokenWorksOnce() throws Exception {
    sandbox.treat(Switches.standard().withRefreshTokens(RefreshTokens.ROTATED));
    var first = signedIn();
    var second = Json.read(refresh(first).body()).get("refresh_token").asText();
    assertThat(second).isNotEqualTo(first);
    assertError(refresh(first), "invalid_grant");
    assertThat(refresh(second).statusCode()).isEqualTo(200);
  }

  @Test
  void aRepeatedRefreshTokenIsTheSame() throws Exception {
    sandbox.treat(Switches.standard().withRefreshTokens(RefreshTokens.REPEATED));
    var refresh = signedIn();
    assertThat(Json.read(refresh(refresh).body()).get("refresh_token").asText()).isEqualTo(refresh);
  }

  @Test
  void refreshingDoesNotProlongTheSixMonthsOfTheConsent() throws Exception {
    sandbox.treat(Switches.standard().withRefreshTokens(RefreshTokens.ROTATED));
    var refresh = signedIn();
    CLOCK.set(Instant.parse("2027-05-21T17:59:59Z"));
    var rotated = Json.read(refresh(refresh).body()).get("refresh_token").asText();
    CLOCK.set(Instant.parse("2027-05-21T18:00:00Z"));
    assertError(refresh(rotated), "invalid_grant");
  }

  @Test
  void whoWithdrawsTheConsentCannotBeReadAnyMore() throws Exception {
    var refresh = signedIn();
    var access = Json.read(refresh(refresh).body()).get("access_token").asText();
    sandbox.revoke("mira");
    assertError(refresh(refresh), "invalid_grant");
    assertThat(new Caller(sandbox, access).get("/v1/me").statusCode()).isEqualTo(401);
  }

  @Test
  void aScopeThatIsNotGrantedIsMissingFromTheAnswerAndRefusedLater() throws Exception {
    sandbox.treat(Switches.standard().withholding(Set.of("user-follow-read")));
    var tokens = Json.read(exchange(code(true), VERIFIER).body());
    assertThat(tokens.get("scope").asText())
        .doesNotContain("user-follow-read")
        .contains("user-top-read");
    var answer =
        new Caller(sandbox, tokens.get("access_token").asText())
            .get("/v1/me/following?type=artist");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Insufficient client scope");
  }

  @Test
  void anAccessTokenLastsAnHour() throws Exception {
    var mira = Caller.of(sandbox, "mira");
    CLOCK.advance(Duration.ofSeconds(3599));
    assertThat(mira.get("/v1/me").statusCode()).isEqualTo(200);
    CLOCK.advance(Duration.ofSeconds(1));
    var expired = mira.get("/v1/me");
    assertThat(expired.statusCode()).isEqualTo(401);
    assertThat(expired.body())
        .isEqualTo("{\"error\":{\"status\":401,\"message\":\"The access token expired\"}}");
    assertThat(expired.headers().firstValue("WWW-Authenticate"))
        .hasValue(
            "Bearer realm=\"spotify\", error=\"invalid_token\", error_description=\"The access token expired\"");
  }

  private static String code(boolean pkce) throws Exception {
    var more = new HashMap<>(Map.of("login", "mira"));
    if (pkce) {
      more.put("code_challenge", challenge());
      more.put("code_challenge_method", "S256");
    }
    return redirect(Caller.authorize(sandbox, more)).get("code", "");
  }

  private static String challenge() throws Exception {
    var digest =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  private static Query redirect(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    var location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(Caller.REDIRECT + "?");
    return Query.parse(URI.create(location).getRawQuery());
  }

  private static Map<String, String> form(String code, String verifier) {
    return Map.of(
        "grant_type",
        "authorization_code",
        "code",
        code,
        "redirect_uri",
        Caller.REDIRECT,
        "client_id",
        "blendify-sandbox",
        "code_verifier",
        verifier);
  }

  private static HttpResponse<String> exchange(String code, String verifier) throws Exception {
    return Caller.post(sandbox, form(code, verifier));
  }

  private static String signedIn() throws Exception {
    JsonNode tokens = Json.read(exchange(code(true), VERIFIER).body());
    return tokens.get("refresh_token").asText();
  }

  private static HttpResponse<String> refresh(String token) throws Exception {
    return Caller.post(
        sandbox,
        Map.of(
            "grant_type",
            "refresh_token",
            "refresh_token",
            token,
            "client_id",
            "blendify-sandbox"));
  }

  private static void assertError(HttpResponse<String> answer, String error) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/json; charset=utf-8");
    assertThat(Json.read(answer.body()).get("error").asText()).isEqualTo(error);
  }
}
