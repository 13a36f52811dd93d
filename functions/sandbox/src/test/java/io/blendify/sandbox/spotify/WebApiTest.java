package io.blendify.sandbox.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.blendify.sandbox.SandboxClock;
import io.blendify.sandbox.world.TopRange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebApiTest {

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
  void signIn() {
    CLOCK.set(NOW);
    sandbox.treat(Switches.standard());
    sandbox.faults().clear();
    sandbox.requests().clear();
    mira = Caller.of(sandbox, "mira");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short_term", "medium_term", "long_term"})
  void topListsAreTheSandboxsOwnBooksInRankOrder(String range) throws Exception {
    var known = TopRange.valueOf(range.toUpperCase(java.util.Locale.ROOT));
    assertThat(all(mira, "/v1/me/top/tracks?limit=50&time_range=" + range))
        .isEqualTo(entries(sandbox.books().topTracks(person("mira"), known, NOW)))
        .hasSizeGreaterThan(50);
    assertThat(all(mira, "/v1/me/top/artists?limit=7&time_range=" + range))
        .isEqualTo(entries(sandbox.books().topArtists(person("mira"), known, NOW)))
        .hasSizeGreaterThan(7);
  }

  @Test
  void savedThingsAreTheSandboxsOwnBooksNewestFirst() throws Exception {
    assertThat(all(mira, "/v1/me/tracks?limit=50"))
        .isEqualTo(entries(sandbox.books().savedTracks(person("mira"), NOW)))
        .hasSizeGreaterThan(300)
        .isSortedAccordingTo(
            (a, b) -> b.get("added_at").asText().compareTo(a.get("added_at").asText()));
    assertThat(all(mira, "/v1/me/albums?limit=20"))
        .isEqualTo(entries(sandbox.books().savedAlbums(person("mira"), NOW)))
        .hasSizeGreaterThan(20);
  }

  @Test
  void aPersonWithALargeLibraryHasThousandsOfSavedTracks() throws Exception {
    assertThat(Caller.of(sandbox, "petra").json("/v1/me/tracks?limit=1").get("total").asInt())
        .isGreaterThan(2_400);
  }

  @Test
  void aNewPersonHasNothing() throws Exception {
    var nils = Caller.of(sandbox, "nils");
    for (var path :
        List.of("/v1/me/tracks", "/v1/me/albums", "/v1/me/playlists", "/v1/me/top/tracks")) {
      var page = nils.json(path);
      assertThat(page.get("items")).as(path).isEmpty();
      assertThat(page.get("total").asInt()).as(path).isZero();
      assertThat(page.get("next").isNull()).as(path).isTrue();
    }
    var plays = nils.json("/v1/me/player/recently-played?limit=50");
    assertThat(plays.get("cursors").isNull()).isTrue();
    assertThat(plays.get("next").isNull()).isTrue();
    assertThat(plays.get("items")).isEmpty();
    assertThat(plays.get("limit").asInt()).isEqualTo(50);
    assertThat(plays.has("total")).isFalse();
    var follows = nils.json("/v1/me/following?type=artist").get("artists");
    assertThat(follows.get("items")).isEmpty();
    assertThat(follows.get("cursors").get("after").isNull()).isTrue();
    assertThat(nils.json("/v1/me").get("display_name").isNull()).isTrue();
  }

  @Test
  void onlyTheLastFiftyPlaysCanBeReached() throws Exception {
    var first = mira.json("/v1/me/player/recently-played?limit=30");
    var second = mira.json(first.get("next").asText());
    assertThat(first.get("items")).hasSize(30);
    assertThat(second.get("items")).hasSize(20);
    assertThat(second.get("next").isNull()).isTrue();
    var both = new ArrayList<JsonNode>();
    first.get("items").forEach(both::add);
    second.get("items").forEach(both::add);
    assertThat(both).isEqualTo(entries(sandbox.books().recentlyPlayed(person("mira"), NOW)));
    assertThat(first.get("cursors").get("after").asText()).isEqualTo(millis(both.getFirst()));
    assertThat(first.get("cursors").get("before").asText()).isEqualTo(millis(both.get(29)));
  }

  @Test
  void afterTheNewestPlayThereIsNothingUntilTheNextOne() throws Exception {
    var newest =
        mira.json("/v1/me/player/recently-played?limit=1").get("cursors").get("after").asText();
    var nothing = mira.json("/v1/me/player/recently-played?limit=50&after=" + newest);
    assertThat(nothing.get("items")).isEmpty();
    assertThat(nothing.get("cursors").isNull()).isTrue();
    CLOCK.advance(Duration.ofDays(2));
    var later =
        Caller.of(sandbox, "mira").json("/v1/me/player/recently-played?limit=50&after=" + newest);
    assertThat(later.get("items"))
        .isNotEmpty()
        .allMatch(play -> Long.parseLong(millis(play)) > Long.parseLong(newest));
  }

  @Test
  void followedArtistsArePagedByCursorToANullOne() throws Exception {
    var found = new ArrayList<JsonNode>();
    var page = mira.json("/v1/me/following?type=artist&limit=5").get("artists");
    while (true) {
      page.get("items").forEach(found::add);
      assertThat(page.get("next").isNull()).isEqualTo(page.get("cursors").get("after").isNull());
      if (page.get("next").isNull()) {
        break;
      }
      assertThat(page.get("next").asText()).contains("after=" + found.getLast().get("id").asText());
      page = mira.json(page.get("next").asText()).get("artists");
    }
    assertThat(found)
        .isEqualTo(entries(sandbox.books().followedArtists(person("mira"), NOW)))
        .hasSizeGreaterThan(5);
  }

  @Test
  void theListOfPlaylistsLeadsToAnAddressThatNewAppsMayNotCall() throws Exception {
    var page = mira.json("/v1/me/playlists?limit=2");
    var next = page.get("next").asText();
    assertThat(next)
        .startsWith(sandbox.origin() + "/v1/users/" + person("mira").id() + "/playlists?");
    assertThat(mira.get(next).statusCode()).isEqualTo(403);
    sandbox.treat(Switches.standard().withShape(Shape.BOTH));
    assertThat(mira.json(next).get("offset").asInt()).isEqualTo(2);
  }

  @Test
  void everyPlaylistIsOpenWithheldOrMissingAsTheBooksSay() throws Exception {
    var seen = new LinkedHashSet<Books.Access>();
    for (var line : sandbox.books().playlists(person("mira"), NOW)) {
      var access = sandbox.books().access(person("mira"), line.id(), NOW);
      var answer = mira.get("/v1/playlists/" + line.id() + "/items");
      var head = mira.get("/v1/playlists/" + line.id());
      seen.add(access);
      switch (access) {
        case OPEN -> assertThat(Json.read(head.body()).has("items")).isTrue();
        case WITHHELD -> {
          assertThat(answer.body())
              .isEqualTo("{\"error\":{\"status\":403,\"message\":\"Forbidden\"}}");
          assertThat(Json.read(head.body()).has("items")).isFalse();
        }
        case MISSING -> assertThat(head.statusCode()).isEqualTo(404);
      }
      assertThat(answer.statusCode())
          .isEqualTo(
              switch (access) {
                case OPEN -> 200;
                case WITHHELD -> 403;
                case MISSING -> 404;
              });
    }
    assertThat(seen).containsExactlyInAnyOrder(Books.Access.values());
  }

  private static String millis(JsonNode play) {
    return Long.toString(Instant.parse(play.get("played_at").asText()).toEpochMilli());
  }

  private static io.blendify.sandbox.world.Person person(String key) {
    return sandbox.world().person(key).orElseThrow();
  }

  private static List<JsonNode> entries(List<Books.Line> lines) {
    // Written and read again: numbers of a tree made in memory and of a parsed one are not equal by
    // their type.
    return lines.stream().map(line -> Json.read(line.entry().toString())).toList();
  }

  private static List<JsonNode> all(Caller caller, String first) throws Exception {
    var found = new ArrayList<JsonNode>();
    var page = caller.json(first);
    page.get("items").forEach(found::add);
    while (!page.get("next").isNull()) {
      page = caller.json(page.get("next").asText());
      page.get("items").forEach(found::add);
    }
    assertThat(found).hasSize(page.get("total").asInt());
    return found;
  }
}
