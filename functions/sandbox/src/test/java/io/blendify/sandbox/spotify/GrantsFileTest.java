package io.blendify.sandbox.spotify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blendify.sandbox.SandboxClock;
import io.blendify.sandbox.world.World;
import io.blendify.sandbox.world.WorldOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was issued has the same standing after the process ended. */
final class GrantsFileTest {

  private static final World WORLD = World.of(WorldOptions.defaults());

  private final SandboxClock clock = SandboxClock.frozenAt(Instant.parse("2026-11-21T18:00:00Z"));
  @TempDir Path folder;

  @Test
  void tokensOutliveTheProcessAndExpireAsBefore() throws Exception {
    SpotifySandbox.Issued issued;
    try (var sandbox = start()) {
      issued = sandbox.issueTokens("mira");
    }
    try (var sandbox = start()) {
      var mira = new Caller(sandbox, issued.accessToken());
      assertThat(mira.json("/v1/me").get("display_name").asText()).isEqualTo("Mira Abendroth");
      clock.advance(Duration.ofDays(2));
      assertThat(mira.get("/v1/me").body()).contains("The access token expired");
      var renewed = refresh(sandbox, issued.refreshToken());
      assertThat(new Caller(sandbox, renewed).get("/v1/me/tracks").statusCode()).isEqualTo(200);
      assertThat(sandbox.issueTokens("aiko").accessToken())
          .as("no token is issued twice")
          .isNotIn(issued.accessToken(), renewed);
    }
  }

  @Test
  void aSpentRefreshTokenStaysSpentAndItsSuccessorGood() throws Exception {
    SpotifySandbox.Issued issued;
    String successor;
    try (var sandbox = start()) {
      sandbox.treat(Switches.standard().withRefreshTokens(RefreshTokens.ROTATED));
      issued = sandbox.issueTokens("mira");
      successor = rotated(sandbox, issued.refreshToken());
    }
    try (var sandbox = start()) {
      assertThat(answer(sandbox, issued.refreshToken()).body()).contains("invalid_grant");
      assertThat(answer(sandbox, successor).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatWasWithdrawnStaysWithdrawn() throws Exception {
    SpotifySandbox.Issued miras;
    SpotifySandbox.Issued aikos;
    try (var sandbox = start()) {
      miras = sandbox.issueTokens("mira");
      aikos = sandbox.issueTokens("aiko");
      sandbox.revoke("mira");
    }
    try (var sandbox = start()) {
      assertThat(answer(sandbox, miras.refreshToken()).body()).contains("invalid_grant");
      assertThat(new Caller(sandbox, miras.accessToken()).get("/v1/me").statusCode())
          .isEqualTo(401);
      assertThat(answer(sandbox, aikos.refreshToken()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aCodeOnItsWayThroughTheBrowserIsStillGoodOnce() throws Exception {
    String code;
    try (var sandbox = start()) {
      var back = Caller.authorize(sandbox, Map.of("login", "mira", "scope", "user-top-read"));
      var location = back.headers().firstValue("Location").orElseThrow();
      code = location.replaceAll(".*code=([^&]*).*", "$1");
    }
    var form =
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            Caller.REDIRECT,
            "client_id",
            SpotifyApp.standard().clientId(),
            "client_secret",
            String.valueOf(SpotifyApp.standard().secret()));
    try (var sandbox = start()) {
      var tokens = Json.read(Caller.post(sandbox, form).body());
      assertThat(tokens.get("scope").asText()).isEqualTo("user-top-read");
    }
    try (var sandbox = start()) {
      assertThat(Caller.post(sandbox, form).body()).contains("invalid_grant");
    }
  }

  @Test
  void whatIsNoGrantsIsRefusedAndLeftAlone() throws Exception {
    for (var text : new String[] {"{", "[]", "{\"refreshes\": 7}", "{\"refreshes\": [{}]}"}) {
      Files.writeString(file(), text);
      assertThatThrownBy(this::start)
          .as(text)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("grants.json holds no grants");
      assertThat(file()).hasContent(text);
    }
  }

  private SpotifySandbox start() throws IOException {
    return SpotifySandbox.start(WORLD, clock, 0, file());
  }

  private Path file() {
    return folder.resolve("grants.json");
  }

  private static String refresh(SpotifySandbox sandbox, String token) throws Exception {
    return Json.read(answer(sandbox, token).body()).get("access_token").asText();
  }

  private static String rotated(SpotifySandbox sandbox, String token) throws Exception {
    return Json.read(answer(sandbox, token).body()).get("refresh_token").asText();
  }

  private static java.net.http.HttpResponse<String> answer(SpotifySandbox sandbox, String token)
      throws Exception {
    var form = new HashMap<String, String>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", token);
    form.put("client_id", SpotifyApp.standard().clientId());
    form.put("client_secret", String.valueOf(SpotifyApp.standard().secret()));
    return Caller.post(sandbox, form);
  }
}
