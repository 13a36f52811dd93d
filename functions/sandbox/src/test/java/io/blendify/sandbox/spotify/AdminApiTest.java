package io.blendify.sandbox.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.blendify.sandbox.SandboxClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AdminApiTest {

  private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");

  private SpotifySandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    sandbox = SpotifySandbox.start(SandboxClock.frozenAt(NOW));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void theClockIsReadSetAndAdvanced() throws Exception {
    assertThat(ok("GET", "/clock", "").get("now").asText()).isEqualTo("2026-11-21T18:00:00Z");
    assertThat(ok("POST", "/clock", "{\"advance\": \"P1D\"}").get("now").asText())
        .isEqualTo("2026-11-22T18:00:00Z");
    ok("POST", "/clock", "{\"set\": \"2027-01-01T00:00:00Z\"}");
    assertThat(sandbox.clock().instant()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
  }

  @Test
  void thePeopleAreListedTheDemoPeopleFirst() throws Exception {
    var people = ok("GET", "/people", "").get("people");
    assertThat(people).hasSizeGreaterThanOrEqualTo(40);
    assertThat(people.get(0).get("key").asText()).isEqualTo("mira");
    assertThat(people.get(0).get("bio").asText()).isNotBlank();
  }

  @Test
  void switchesChangeWhatIsNamedAndLeaveTheRest() throws Exception {
    var changed =
        ok(
            "PUT",
            "/apps/blendify-sandbox",
            "{\"shape\": \"old-only\", \"registered\": [\"mira\"]}");
    assertThat(changed.get("shape").asText()).isEqualTo("old-only");
    assertThat(changed.get("refresh_tokens").asText()).isEqualTo("omitted");
    assertThat(sandbox.switches().registered()).containsExactly("mira");
    ok("PUT", "/apps/blendify-sandbox", "{\"registered\": null, \"refresh_tokens\": \"rotated\"}");
    assertThat(sandbox.switches())
        .isEqualTo(
            Switches.standard().withShape(Shape.OLD_ONLY).withRefreshTokens(RefreshTokens.ROTATED));
  }

  @Test
  void anAppIsRegistered() throws Exception {
    ok(
        "POST",
        "/apps",
        "{\"client_id\": \"mine\", \"redirect_uris\": [\"https://mine.invalid/cb\"]}");
    assertThat(sandbox.switches("mine")).isEqualTo(Switches.standard());
  }

  @ParameterizedTest
  @CsvSource({
    "throttled, 429",
    "throttled_without_header, 429",
    "quota_exceeded, 429",
    "expired, 401",
    "expires_access, 401",
    "revokes_consent, 401",
    "insufficient_scope, 403",
    "forbidden, 403",
    "not_registered, 403",
    "premium_required, 403",
    "expired, 401",
    "revokes_consent, 401",
    "insufficient_scope, 403",
    "forbidden, 403",
    "premium_required, 403",
    "not_found, 404",
    "locked, 429",
    "empty, 200",
    "hides_first, 200",
    "moves_clock, 401",
    "foreign_next, 200",
    "repeated_next, 200",
    "null_cursors, 200",
    "null_entry, 200",
    "other_snapshots, 200",
    "broken_gateway, 502",
    "empty_error, 503",
    "truncated_json, 200",
    "short_page, 200",
    "without, 200",
    "novelties, 200"
  })
  void aFaultIsMadeFromItsKindAndHitsOnce(String kind, int status) throws Exception {
    var caller = Caller.of(sandbox, "mira");
    var faults = ok("POST", "/faults", "{\"path\": \"/v1/me/*\", \"kind\": \"" + kind + "\"}");
    assertThat(faults.get("faults")).hasSize(1);
    assertThat(caller.get("/v1/me/tracks").statusCode()).isEqualTo(status);
    assertThat(ok("GET", "/faults", "").get("faults")).isEmpty();
    assertThat(ok("GET", "/requests", "").at("/requests/0/fault").isTextual()).isTrue();
  }

  @Test
  void faultsAndTheLogAreCleared() throws Exception {
    ok("POST", "/faults", "{\"path\": \"/v1/**\", \"kind\": \"not_found\", \"times\": \"always\"}");
    Caller.of(sandbox, "mira").get("/v1/me");
    ok("DELETE", "/faults", "");
    assertThat(Caller.of(sandbox, "mira").get("/v1/me").statusCode()).isEqualTo(200);
    assertThat(ok("DELETE", "/requests", "").get("requests")).isEmpty();
  }

  @Test
  void theBooksOfAnyDayCanBeRead() throws Exception {
    var books = ok("GET", "/books/mira?at=2026-11-01T00:00:00Z", "");
    var mira = sandbox.world().person("mira").orElseThrow();
    var then = Instant.parse("2026-11-01T00:00:00Z");
    assertThat(books.get("saved_tracks")).hasSize(sandbox.books().savedTracks(mira, then).size());
    assertThat(books.get("recently_played")).hasSize(50);
    assertThat(books.get("top_tracks_long_term")).isNotEmpty();
  }

  @Test
  void aPersonWithdrawsTheConsent() throws Exception {
    var caller = Caller.of(sandbox, "mira");
    ok("POST", "/revoke/mira", "");
    assertThat(caller.get("/v1/me").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /clock {}",
        "POST /clock {\"advance\":\"a-while\"}",
        "POST /clock {\"set\":\"tomorrow\"}",
        "POST /clock {",
        "PUT /apps/nobody {}",
        "PUT /apps/blendify-sandbox {\"sharpe\":\"both\"}",
        "PUT /apps/blendify-sandbox {\"shape\":\"round\"}",
        "POST /apps {\"client_id\":\"x\",\"redirect_uris\":[\"http://elsewhere.invalid\"]}",
        "POST /faults {\"kind\":\"throttled\"}",
        "POST /faults {\"path\":\"/v1/me\",\"kind\":\"mischief\"}",
        "POST /faults {\"path\":\"/v1/me\",\"kind\":\"throttled\",\"from\":0}",
        "GET /books/nobody ",
        "POST /revoke/nobody ",
        "GET /nothing "
      })
  void whatCannotBeReadIsRefusedWithAReason(String request) throws Exception {
    var parts = request.split(" ", 3);
    var answer = send(parts[0], parts[1], parts[2]);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("sandbox: ");
  }

  private JsonNode ok(String method, String path, String body) throws Exception {
    var answer = send(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.read(answer.body());
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(sandbox.origin() + "/_sandbox" + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
