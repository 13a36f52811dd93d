package io.blendify.sandbox.spotify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.blendify.sandbox.SandboxClock;
import io.blendify.sandbox.http.RequestLog;
import io.blendify.sandbox.world.Chance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SwitchesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
  private static final SandboxClock CLOCK = SandboxClock.frozenAt(NOW);
  private static SpotifySandbox sandbox;

  private Caller mira;

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
    sandbox.faults().clear();
    sandbox.requests().clear();
    mira = Caller.of(sandbox, "mira");
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void theShapeDecidesWhichFieldsAndAddressesThereAre(Shape shape) throws Exception {
    sandbox.treat(Switches.standard().withShape(shape));
    var id = openPlaylist();
    var list = mira.json("/v1/me/playlists?limit=1").at("/items/0");
    assertThat(list.has("items")).isEqualTo(shape.hasNew());
    assertThat(list.has("tracks")).isEqualTo(shape.hasOld());
    var head = mira.json("/v1/playlists/" + id);
    assertThat(head.at("/items/items").isArray()).isEqualTo(shape.hasNew());
    assertThat(head.at("/tracks/items").isArray()).isEqualTo(shape.hasOld());
    var entry = mira.json("/v1/playlists/" + id + "/items?limit=1").at("/items/0");
    assertThat(entry.path("item").isObject()).isEqualTo(shape.hasNew());
    assertThat(entry.path("track").isObject()).isEqualTo(shape.hasOld());
    assertThat(mira.get("/v1/playlists/" + id + "/tracks").statusCode())
        .isEqualTo(shape.hasOld() ? 200 : 403);
    assertThat(mira.json("/v1/me").has("account_id")).isEqualTo(shape.hasNew());
    var track = mira.json("/v1/me/tracks?limit=1").at("/items/0/track");
    assertThat(track.has("popularity")).isEqualTo(shape.hasOld());
    assertThat(track.has("available_markets")).isEqualTo(shape.hasOld());
    assertThat(mira.get("/v1/tracks?ids=" + track.get("id").asText()).statusCode())
        .isEqualTo(shape.hasOld() ? 200 : 403);
    var artist = mira.json("/v1/me/top/artists?limit=1").at("/items/0");
    assertThat(artist.has("genres")).isEqualTo(shape.hasOld());
    assertThat(artist.has("followers")).isEqualTo(shape.hasOld());
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/me/tracks?limit=51, 400, Invalid limit",
    "/v1/me/tracks?limit=0, 400, Invalid limit",
    "/v1/me/tracks?limit=many, 400, Invalid limit",
    "/v1/me/tracks?offset=-1, 400, Invalid offset",
    "/v1/me/playlists?offset=100001, 400, Invalid offset",
    "/v1/me/top/tracks?time_range=foo, 400, Invalid time range",
    "/v1/me/following, 400, type",
    "/v1/me/following?type=user, 400, type",
    "/v1/me/player/recently-played?after=1&before=2, 400, after and before",
    "/v1/playlists/short, 400, invalid id",
    "/v1/tracks/0000000000000000000000, 404, Resource not found",
    "/v1/playlists/0000000000000000000000, 404, Resource not found",
    "/v1/search?type=track&q=a&limit=11, 400, Invalid limit",
    "/v1/search?type=track&limit=5, 400, No search query",
    "/v1/me/nothing, 404, Resource not found"
  })
  void whatIsAskedWronglyIsRefusedAsDocumented(String address, int status, String message)
      throws Exception {
    var answer = mira.get(address);
    assertThat(answer.statusCode()).isEqualTo(status);
    var error = Json.read(answer.body()).get("error");
    assertThat(error.get("status").asInt()).isEqualTo(status);
    assertThat(error.get("message").asText()).contains(message);
  }

  @Test
  void beyondTheEndThereIsAnEmptyPage() throws Exception {
    var page = mira.json("/v1/me/tracks?limit=50&offset=99999");
    assertThat(page.get("items")).isEmpty();
    assertThat(page.get("next").isNull()).isTrue();
    assertThat(page.get("total").asInt()).isPositive();
  }

  @Test
  void withoutAGoodTokenThereIsNoAnswer() throws Exception {
    assertThat(new Caller(sandbox, "guess").get("/v1/me").statusCode()).isEqualTo(401);
    var none = send(HttpRequest.newBuilder(URI.create(sandbox.origin() + "/v1/me")));
    assertThat(none.statusCode()).isEqualTo(401);
    var basic =
        send(
            HttpRequest.newBuilder(URI.create(sandbox.origin() + "/v1/me"))
                .header("Authorization", "Basic eA=="));
    assertThat(basic.statusCode()).isEqualTo(400);
    assertThat(new String(basic.body(), StandardCharsets.UTF_8))
        .contains("Only valid bearer authentication supported");
  }

  @Test
  void anIsrcIsFoundHoweverItIsWritten() throws Exception {
    var track =
        sandbox.world().catalog().tracks().stream()
            .filter(each -> each.isrc() != null && each.isrc().contains("-"))
            .findFirst()
            .orElseThrow();
    var plain = track.isrc().replace("-", "");
    var found = mira.json("/v1/search?type=track&limit=10&q=isrc:" + plain).at("/tracks/items");
    assertThat(found.findValuesAsText("id")).contains(track.id());
    assertThat(mira.json("/v1/search?type=track&q=isrc:ZZZZZ9999999").at("/tracks/total").asInt())
        .isZero();
  }

  @Test
  void whoIsNotInTheUserListGetsPlainText() throws Exception {
    sandbox.treat(Switches.standard().registeredOnly(Set.of("aiko")));
    var answer = mira.get("/v1/me");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    assertThat(Caller.of(sandbox, "aiko").get("/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void anOwnerWithoutPremiumStopsTheApp() throws Exception {
    sandbox.treat(Switches.standard().withPremium(false));
    assertThat(mira.get("/v1/me").body()).contains("Active premium subscription required");
  }

  @Test
  void generatedPlaylistsHaveAnotherSnapshotEachTimeAndTheSameContents() throws Exception {
    var id =
        sandbox
            .books()
            .generatedPlaylists(sandbox.world().person("mira").orElseThrow(), NOW)
            .getFirst();
    var first = mira.json("/v1/playlists/" + id);
    var second = mira.json("/v1/playlists/" + id);
    assertThat(first.get("snapshot_id")).isNotEqualTo(second.get("snapshot_id"));
    assertThat(first.get("items")).isEqualTo(second.get("items"));
    var other = openPlaylist();
    assertThat(mira.json("/v1/playlists/" + other).get("snapshot_id"))
        .isEqualTo(mira.json("/v1/playlists/" + other).get("snapshot_id"));
  }

  @Test
  void anEpisodeLooksLikeATrackUnlessEpisodesAreAskedFor() throws Exception {
    var address = "/v1/playlists/" + openPlaylist() + "/items?limit=50";
    assertThat(media(mira.json(address + "&additional_types=track,episode"), "episode"))
        .allMatch(m -> m.has("show"));
    assertThat(media(mira.json(address), "episode"))
        .allMatch(m -> m.has("album") && m.has("artists"));
  }

  @Test
  void aThrottleSaysForHowLongOrNot() throws Exception {
    sandbox.faults().add(Fault.on("/v1/me", Effect.throttled(7)));
    sandbox.faults().add(Fault.on("/v1/me", Effect.throttledWithoutHeader()).from(2));
    sandbox.faults().add(Fault.on("/v1/me", Effect.quotaExceeded(Duration.ofHours(13))).from(3));
    var first = mira.get("/v1/me");
    var second = mira.get("/v1/me");
    var third = mira.get("/v1/me");
    assertThat(List.of(first.statusCode(), second.statusCode(), third.statusCode()))
        .containsOnly(429);
    assertThat(first.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(second.headers().firstValue("Retry-After")).isEmpty();
    assertThat(third.headers().firstValue("Retry-After")).hasValue("46800");
    assertThat(third.body()).contains("\"reason\":\"QUOTA_EXCEEDED\"");
    assertThat(mira.get("/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void aFaultHitsOnlyWhatItIsMeantFor() throws Exception {
    sandbox
        .faults()
        .add(
            Fault.on("/v1/me/top/*", Effect.notFound())
                .withQuery("long_term")
                .forPerson("mira")
                .times(2));
    assertThat(mira.get("/v1/me/top/tracks?time_range=short_term").statusCode()).isEqualTo(200);
    assertThat(
            Caller.of(sandbox, "aiko").get("/v1/me/top/tracks?time_range=long_term").statusCode())
        .isEqualTo(200);
    assertThat(mira.get("/v1/me/top/tracks?time_range=long_term").statusCode()).isEqualTo(404);
    assertThat(mira.get("/v1/me/top/artists?time_range=long_term").statusCode()).isEqualTo(404);
    assertThat(mira.get("/v1/me/top/artists?time_range=long_term").statusCode()).isEqualTo(200);
    assertThat(sandbox.faults().active()).isEmpty();
  }

  @Test
  void aListThatShrinksWhilePagedIsMissedInPart() throws Exception {
    var all = ids(walk("/v1/me/tracks?limit=50"));
    sandbox.faults().add(Fault.shrinking("/v1/me/tracks", 3));
    var seen = ids(walk("/v1/me/tracks?limit=50"));
    assertThat(seen).hasSize(all.size() - 3).doesNotContain(all.get(50), all.get(51), all.get(52));
  }

  @Test
  void aListThatGrowsWhilePagedIsSentTwiceInPart() throws Exception {
    var all = ids(walk("/v1/me/tracks?limit=50"));
    sandbox.faults().add(Fault.growing("/v1/me/tracks", 3));
    var seen = ids(walk("/v1/me/tracks?limit=50"));
    assertThat(seen).hasSize(all.size());
    assertThat(new HashSet<>(seen)).hasSize(all.size() - 3).doesNotContain(all.getFirst());
  }

  @Test
  void aShortPageIsNotTheLastAndLosesNothing() throws Exception {
    var all = ids(walk("/v1/me/tracks?limit=50"));
    sandbox.faults().add(Fault.on("/v1/me/tracks", Effect.shortPage(11)).from(2));
    assertThat(ids(walk("/v1/me/tracks?limit=50"))).isEqualTo(all);
    assertThat(sandbox.requests().to("/v1/me/tracks"))
        .extracting(RequestLog.Entry::query)
        .contains("offset=61&limit=50");
  }

  @Test
  void aShortPageByCursorIsNotTheLastAndLosesNothing() throws Exception {
    var artists = followed();
    assertThat(artists).hasSizeGreaterThan(20);
    sandbox.faults().add(Fault.on("/v1/me/following", Effect.shortPage(3)));
    sandbox.faults().add(Fault.on("/v1/me/following", Effect.shortPage(4)).from(2));
    assertThat(followed()).isEqualTo(artists);
    var plays = played();
    assertThat(plays).hasSize(50);
    sandbox.faults().add(Fault.on("/v1/me/player/recently-played", Effect.shortPage(7)));
    assertThat(played()).isEqualTo(plays);
    assertThat(sandbox.requests().to("/v1/me/player/recently-played"))
        .as("four, and one more for the short page")
        .hasSize(4 + 5);
  }

  @Test
  void aShortPageCanLoseWhatItLeavesOut() throws Exception {
    var all = ids(walk("/v1/me/tracks?limit=50"));
    sandbox
        .faults()
        .add(Fault.on("/v1/me/tracks", Effect.edits(new Edit.ShortPage(40, true))).from(2));
    assertThat(ids(walk("/v1/me/tracks?limit=50"))).hasSize(all.size() - 10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/me/tracks",
        "/v1/me/albums",
        "/v1/me/playlists",
        "/v1/me/top/tracks",
        "/v1/me/top/artists",
        "/v1/me/following?type=artist",
        "/v1/me/player/recently-played"
      })
  void aFullListCanBeShownEmpty(String address) throws Exception {
    sandbox.faults().add(Fault.on("/v1/me/**", Effect.empty()).from(2));
    assertThat(items(mira.json(address))).isNotEmpty();
    var empty = mira.json(address);
    assertThat(items(empty)).isEmpty();
    assertThat(empty.findValues("next")).allMatch(JsonNode::isNull);
    assertThat(empty.findValues("total")).allMatch(total -> total.asInt() == 0);
    assertThat(items(mira.json(address))).isNotEmpty();
  }

  @Test
  void aPlaylistCanBeWithheldOrDeletedWhileItIsPaged() throws Exception {
    var address = "/v1/playlists/" + openPlaylist() + "/items";
    sandbox.faults().add(Fault.on(address, Effect.forbidden()).from(2).forPerson("mira"));
    sandbox.faults().add(Fault.on(address, Effect.notFound()).from(3).forPerson("mira"));
    assertThat(mira.get(address + "?limit=2").statusCode()).isEqualTo(200);
    assertThat(mira.get(address + "?limit=2&offset=2").statusCode()).isEqualTo(403);
    assertThat(mira.get(address + "?limit=2&offset=2").statusCode()).isEqualTo(404);
  }

  @Test
  void aPlaylistCanChangeBetweenTheListAndItsContents() throws Exception {
    var id = openPlaylist();
    var before = mira.json("/v1/playlists/" + id);
    sandbox
        .faults()
        .add(Fault.on("/v1/playlists/" + id, Effect.edits(new Edit.OtherSnapshots("Mg=="))));
    sandbox.faults().add(Fault.on("/v1/playlists/" + id, new Effect.HidesFirst(1)));
    var after = mira.json("/v1/playlists/" + id);
    assertThat(after.get("snapshot_id").asText())
        .isEqualTo(before.get("snapshot_id").asText() + "Mg==");
    assertThat(after.at("/items/total").asInt()).isEqualTo(before.at("/items/total").asInt() - 1);
  }

  @Test
  void theTokenEndpointCanFailForOnePersonAlone() throws Exception {
    var miras = sandbox.issueTokens("mira").refreshToken();
    var aikos = sandbox.issueTokens("aiko").refreshToken();
    sandbox.faults().add(Fault.on("/api/token", Effect.invalidGrant()).forPerson("mira"));
    sandbox
        .faults()
        .add(Fault.on("/api/token", Effect.brokenGateway(503)).from(2).forPerson("mira"));
    assertThat(refresh(aikos).statusCode()).isEqualTo(200);
    assertThat(refresh(miras).body()).contains("invalid_grant");
    assertThat(refresh(miras).statusCode()).isEqualTo(503);
    assertThat(refresh(miras).statusCode()).isEqualTo(200);
    assertThat(sandbox.requests().to("/api/token"))
        .extracting(RequestLog.Entry::person)
        .containsExactly("aiko", "mira", "mira", "mira");
  }

  @Test
  void theTokenEndpointReadsFormsAlone() throws Exception {
    var token = sandbox.issueTokens("mira").refreshToken();
    var json =
        HttpRequest.newBuilder(URI.create(sandbox.origin() + "/api/token"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"grant_type\": \"refresh_token\", \"refresh_token\": \"" + token + "\"}"));
    var answer = send(json);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("grant_type");
  }

  @Test
  void eachAppIsTreatedInItsOwnWay() throws Exception {
    sandbox.register(new SpotifyApp("older", null, List.of("http://127.0.0.1/cb")));
    sandbox.treat("older", Switches.standard().withShape(Shape.BOTH));
    var older = new Caller(sandbox, sandbox.issueTokens("mira", "older").accessToken());
    assertThat(older.json("/v1/me/playlists?limit=1").at("/items/0").has("tracks")).isTrue();
    assertThat(mira.json("/v1/me/playlists?limit=1").at("/items/0").has("tracks")).isFalse();
    sandbox.faults().add(Fault.on("/v1/me", Effect.premiumRequired()).forApp("older").always());
    assertThat(older.get("/v1/me").statusCode()).isEqualTo(403);
    assertThat(mira.get("/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void aLockOfHoursNeedsNoReason() throws Exception {
    sandbox.faults().add(Fault.on("/v1/me", Effect.lockedFor(Duration.ofHours(24))));
    var answer = mira.get("/v1/me");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("86400");
    assertThat(answer.body()).doesNotContain("reason");
  }

  @Test
  void theWeatherIsTheSameForEachPersonHoweverTheirRequestsInterleave() throws Exception {
    var aiko = Caller.of(sandbox, "aiko");
    Weather weather =
        asked -> Chance.unit(11, asked) < 0.5 ? List.of(Effect.emptyError(503)) : List.of();
    sandbox.faults().set(weather);
    var alone = new ArrayList<Integer>();
    for (int i = 0; i < 12; i++) {
      alone.add(mira.get("/v1/me").statusCode());
    }
    sandbox.faults().set(weather);
    var beside = new ArrayList<Integer>();
    for (int i = 0; i < 12; i++) {
      aiko.get("/v1/me");
      beside.add(mira.get("/v1/me").statusCode());
    }
    assertThat(beside).isEqualTo(alone).contains(200, 503);
    sandbox.faults().clear();
    assertThat(mira.get("/v1/me").statusCode()).isEqualTo(200);
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
            SpotifyApp.standard().clientId(),
            "client_secret",
            String.valueOf(SpotifyApp.standard().secret())));
  }

  private static JsonNode items(JsonNode answer) {
    return answer.has("artists") ? answer.at("/artists/items") : answer.get("items");
  }

  private List<String> followed() throws Exception {
    var found = new ArrayList<String>();
    for (var next = "/v1/me/following?type=artist&limit=10"; next != null; ) {
      var page = mira.json(next).get("artists");
      page.get("items").forEach(artist -> found.add(artist.get("id").asText()));
      next = page.get("next").isNull() ? null : page.get("next").asText();
      assertThat(next == null).isEqualTo(page.at("/cursors/after").isNull());
    }
    return found;
  }

  private List<String> played() throws Exception {
    return walk("/v1/me/player/recently-played?limit=13").stream()
        .map(entry -> entry.get("played_at").asText())
        .toList();
  }

  @Test
  void nextCanLeadAstrayOrNowhere() throws Exception {
    sandbox
        .faults()
        .add(Fault.on("/v1/me/tracks", Effect.edits(new Edit.ForeignNext("https://evil.invalid"))));
    assertThat(mira.json("/v1/me/tracks?limit=5").get("next").asText())
        .isEqualTo("https://evil.invalid/v1/me/tracks?offset=5&limit=5");
    sandbox.faults().add(Fault.on("/v1/me/tracks", Effect.edits(new Edit.RepeatedNext())));
    var page = mira.json("/v1/me/tracks?limit=5&offset=10");
    assertThat(page.get("next")).isEqualTo(page.get("href"));
    sandbox.faults().add(Fault.on("/v1/me/following", Effect.edits(new Edit.NullCursors())));
    assertThat(mira.json("/v1/me/following?type=artist&limit=5").at("/artists/cursors").isNull())
        .isTrue();
  }

  @Test
  void fieldsAndEntriesCanBeMissingAndNovel() throws Exception {
    sandbox.faults().add(Fault.on("/v1/me/tracks", Effect.without("external_ids", "images")));
    sandbox.faults().add(Fault.on("/v1/me/tracks", Effect.edits(new Edit.NullEntry(1))));
    sandbox.faults().add(Fault.on("/v1/me/tracks", Effect.edits(new Edit.Novelties())));
    var page = mira.json("/v1/me/tracks?limit=3");
    assertThat(page.findValues("external_ids")).isEmpty();
    assertThat(page.findValues("images")).isEmpty();
    assertThat(page.at("/items/1").isNull()).isTrue();
    assertThat(page.at("/items/0/track/album/album_type").asText()).isEqualTo("ep");
    assertThat(page.at("/items/0/track").has("x_added_in_2027")).isTrue();
  }

  @Test
  void jsonCanBreakOffAndConnectionsToo() throws Exception {
    sandbox.faults().add(Fault.on("/v1/me", Effect.truncatedJson()));
    sandbox.faults().add(Fault.on("/v1/me", Effect.cutOff()).from(2));
    sandbox.faults().add(Fault.on("/v1/me", Effect.connectionReset()).from(3).times(5));
    var truncated = mira.get("/v1/me");
    assertThat(truncated.statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> Json.read(truncated.body()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> mira.get("/v1/me")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> mira.get("/v1/me")).isInstanceOf(IOException.class);
    sandbox.faults().clear();
    assertThat(mira.get("/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void anErrorOfTheServerMayBeHtmlOrNothing() throws Exception {
    sandbox.faults().add(Fault.on("/v1/me", Effect.brokenGateway(502)));
    sandbox.faults().add(Fault.on("/v1/me", Effect.emptyError(503)).from(2));
    var html = mira.get("/v1/me");
    assertThat(html.statusCode()).isEqualTo(502);
    assertThat(html.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    var nothing = mira.get("/v1/me");
    assertThat(nothing.statusCode()).isEqualTo(503);
    assertThat(nothing.body()).isEmpty();
  }

  @Test
  void aSlowAnswerIsCompleteInTheEnd() throws Exception {
    sandbox.faults().add(Fault.on("/v1/me", Effect.slow(Duration.ofMillis(60))));
    sandbox.faults().add(Fault.on("/v1/me", Effect.dripping(Duration.ofMillis(60))).from(2));
    for (int i = 0; i < 2; i++) {
      long start = System.nanoTime();
      assertThat(Json.read(mira.get("/v1/me").body()).has("id")).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofMillis(60));
    }
  }

  @Test
  void theTokenOrTheConsentCanEndInTheMiddle() throws Exception {
    sandbox.faults().add(Fault.on("/v1/me/tracks", new Effect.ExpiresAccess()).from(2));
    assertThat(mira.get("/v1/me/tracks").statusCode()).isEqualTo(200);
    assertThat(mira.get("/v1/me/tracks").body()).contains("The access token expired");
    assertThat(mira.get("/v1/me/tracks").statusCode()).isEqualTo(401);
    var again = Caller.of(sandbox, "mira");
    sandbox.faults().add(Fault.on("/v1/me/albums", new Effect.RevokesConsent()));
    assertThat(again.get("/v1/me/albums").body()).contains("Invalid access token");
  }

  @Test
  void theClockCanMoveBetweenTwoPages() throws Exception {
    var before = mira.json("/v1/me/tracks?limit=1").get("total");
    sandbox.faults().add(Fault.on("/v1/me/tracks", new Effect.MovesClock(Duration.ofMinutes(50))));
    mira.get("/v1/me/tracks");
    assertThat(CLOCK.instant()).isEqualTo(NOW.plus(Duration.ofMinutes(50)));
    assertThat(before.asInt()).isPositive();
  }

  @Test
  void theLogTellsWhatWasAskedAndAnswered() throws Exception {
    sandbox.faults().add(Fault.on("/v1/me", Effect.forbidden()));
    mira.get("/v1/me");
    mira.get("/v1/me/tracks?limit=5");
    var entries = sandbox.requests().entries();
    assertThat(entries)
        .extracting(RequestLog.Entry::path)
        .containsExactly("/v1/me", "/v1/me/tracks");
    assertThat(entries).extracting(RequestLog.Entry::status).containsExactly(403, 200);
    assertThat(entries.getFirst().fault()).contains("Replies");
    assertThat(entries.getLast().fault()).isNull();
    assertThat(entries.getLast().query()).isEqualTo("limit=5");
    assertThat(entries.getLast().person()).isEqualTo("mira");
    assertThat(sandbox.requests().to("/v1/playlists/**")).isEmpty();
  }

  @Test
  void anAnswerIsCompressedForWhoOffersThat() throws Exception {
    var token = sandbox.issueTokens("mira").accessToken();
    var answer =
        send(
            HttpRequest.newBuilder(URI.create(sandbox.origin() + "/v1/me/tracks"))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Encoding", "gzip"));
    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/json; charset=utf-8");
    try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(Json.read(text)).isEqualTo(mira.json("/v1/me/tracks"));
    }
  }

  private static String openPlaylist() {
    var person = sandbox.world().person("mira").orElseThrow();
    return sandbox.books().playlists(person, NOW).stream()
        .map(Books.Line::id)
        .filter(id -> sandbox.books().access(person, id, NOW) == Books.Access.OPEN)
        .filter(
            id ->
                sandbox.books().playlistItems(id, NOW).stream()
                    .anyMatch(
                        line ->
                            line.item() != null
                                && line.item().get("type").asText().equals("episode")))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> media(JsonNode page, String type) {
    var found = new ArrayList<JsonNode>();
    page.get("items").forEach(entry -> found.add(entry.get("item")));
    found.removeIf(item -> !type.equals(item.path("type").asText()));
    assertThat(found).isNotEmpty();
    return found;
  }

  private List<JsonNode> walk(String first) throws Exception {
    var found = new ArrayList<JsonNode>();
    for (var next = first; next != null; ) {
      var page = mira.json(next);
      page.get("items").forEach(found::add);
      next = page.get("next").isNull() ? null : page.get("next").asText();
    }
    return found;
  }

  private static List<String> ids(List<JsonNode> entries) {
    return entries.stream().map(entry -> entry.at("/track/id").asText()).toList();
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }
}
