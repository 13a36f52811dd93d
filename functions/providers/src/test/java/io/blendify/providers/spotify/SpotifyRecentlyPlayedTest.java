package io.blendify.providers.spotify;

import static io.blendify.core.sync.Resource.RECENTLY_PLAYED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.blendify.core.history.Observation.Played;
import io.blendify.core.provider.FetchOutcome.Unreadable;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpotifyRecentlyPlayedTest {

  private static final Instant KNOWN = Instant.parse("2026-05-04T18:00:00.123456Z");

  private SpotifyBench spotify;

  @BeforeEach
  void start() throws IOException {
    spotify = new SpotifyBench();
  }

  @AfterEach
  void stop() {
    spotify.close();
  }

  @Test
  void playsAreReadWithTimeAndContext() {
    var page = spotify.page(RECENTLY_PLAYED, "recently-played.two.json");
    assertThat(page.observations())
        .extracting(play -> ((Played) play).playedAt(), play -> ((Played) play).contextUri())
        .containsExactly(
            tuple(
                Instant.parse("2026-05-04T18:24:11.240Z"), "spotify:playlist:0dEvening00000000001"),
            tuple(Instant.parse("2026-05-04T18:20:42.117Z"), null));
    assertThat(page.skipped()).isEqualTo(2);
    assertThat(page.total()).isNull();
  }

  @Test
  void theFirstPageAsksForWhatIsNewInMilliseconds() {
    spotify.answers(200, "recently-played.two.json").ask(RECENTLY_PLAYED, "", null, KNOWN);
    assertThat(spotify.server.lastAsked().uri())
        .hasToString("/v1/me/player/recently-played?limit=50&after=1777917600123");
  }

  @Test
  void theNextPageAsksForWhatWasBeforeAndNeverForBoth() {
    spotify.answers(200, "recently-played.two.json");
    var page = SpotifyBench.page(spotify.ask(RECENTLY_PLAYED, "", null, KNOWN));
    spotify.answers(200, "recently-played.empty.json");
    var last = SpotifyBench.page(spotify.ask(RECENTLY_PLAYED, "", page.next(), KNOWN));
    assertThat(spotify.server.lastAsked().uri())
        .hasToString("/v1/me/player/recently-played?limit=50&before=1777918842117");
    assertThat(last.observations()).isEmpty();
    assertThat(last.next()).isNull();
  }

  @Test
  void whatIsKnownEndsTheWayIntoThePast() {
    spotify.answers(200, "recently-played.two.json");
    var known = Instant.parse("2026-05-04T18:20:42.117Z");
    assertThat(SpotifyBench.page(spotify.ask(RECENTLY_PLAYED, "", null, known)).next()).isNull();
  }

  @Test
  void aLinkIntoThePresentIsFollowedThatWay() {
    spotify.server.answers(
        200,
        SpotifyBench.read("recently-played.two.json")
            .replace("?before=1777918842117", "?after=1777919051240")
            .replace("https://api.spotify.com", spotify.server.url().toString()));
    var page = SpotifyBench.page(spotify.ask(RECENTLY_PLAYED, "", null, KNOWN));
    spotify.answers(200, "recently-played.empty.json").ask(RECENTLY_PLAYED, "", page.next(), KNOWN);
    assertThat(spotify.server.lastAsked().uri())
        .hasToString("/v1/me/player/recently-played?limit=50&after=1777919051240");
  }

  @Test
  void theSamePlaceTwiceIsALoop() {
    var page = spotify.page(RECENTLY_PLAYED, "recently-played.two.json");
    spotify.answers(200, "recently-played.two.json");
    assertThat(spotify.ask(RECENTLY_PLAYED, "", page.next(), null)).isInstanceOf(Unreadable.class);
  }

  @Test
  void withoutACursorItWasTheLastPage() {
    spotify.server.answers(
        200,
        SpotifyBench.read("recently-played.two.json")
            .replace("\"cursors\"", "\"unknown\"")
            .replace("https://api.spotify.com", spotify.server.url().toString()));
    assertThat(SpotifyBench.page(spotify.ask(RECENTLY_PLAYED)).next()).isNull();
  }

  @Test
  void nothingNewIsAnEmptyLastPage() {
    var page = spotify.page(RECENTLY_PLAYED, "recently-played.empty.json");
    assertThat(page.observations()).isEmpty();
    assertThat(page.next()).isNull();
  }
}
