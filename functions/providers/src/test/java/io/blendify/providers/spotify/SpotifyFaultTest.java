package io.blendify.providers.spotify;

import static io.blendify.core.sync.Resource.PLAYLIST_TRACKS;
import static io.blendify.core.sync.Resource.SAVED_TRACKS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.FetchOutcome.AppRefused;
import io.blendify.core.provider.FetchOutcome.Gone;
import io.blendify.core.provider.FetchOutcome.QuotaSpent;
import io.blendify.core.provider.FetchOutcome.ScopeMissing;
import io.blendify.core.provider.FetchOutcome.Throttled;
import io.blendify.core.provider.FetchOutcome.TokenExpired;
import io.blendify.core.provider.FetchOutcome.Unavailable;
import io.blendify.core.provider.FetchOutcome.Unreadable;
import io.blendify.core.provider.FetchOutcome.Withheld;
import io.blendify.core.sync.Resource;
import io.blendify.providers.spotify.SpotifyConfig.PlaylistPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpotifyFaultTest {

  private static final Duration RESTING = Duration.ofSeconds(15);

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
  void anExpiredTokenIsToldFromAMissingScope() {
    assertThat(after(401, "error.expired.json")).isInstanceOf(TokenExpired.class);
    assertThat(after(401, "error.permissions.json")).isInstanceOf(ScopeMissing.class);
    assertThat(after(403, "error.scope.json")).isInstanceOf(ScopeMissing.class);
  }

  @Test
  void whatIsForbiddenIsWithheldInAPlaylistAndARefusalElsewhere() {
    assertThat(after(PLAYLIST_TRACKS, 403, "error.forbidden.json")).isInstanceOf(Withheld.class);
    assertThat(after(403, "error.forbidden.json")).isInstanceOf(AppRefused.class);
  }

  @Test
  void aRefusedAppIsNoWithheldPlaylist() {
    for (var resource : new Resource[] {PLAYLIST_TRACKS, SAVED_TRACKS}) {
      assertThat(after(resource, 403, "error.not-registered.txt")).isInstanceOf(AppRefused.class);
      assertThat(after(resource, 403, "error.premium.json")).isInstanceOf(AppRefused.class);
    }
  }

  @Test
  void whatIsGoneIsGone() {
    assertThat(after(PLAYLIST_TRACKS, 404, "error.gone.json"))
        .isEqualTo(new Gone("404 Resource not found"));
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "0, 1", "300, 300", "' 11 ', 11", "soon, 30", "-5, 30", "'', 30"})
  void aThrottleLastsAsLongAsItSays(String header, long seconds) {
    assertThat(after(429, "error.throttled.json", "Retry-After", header))
        .isEqualTo(new Throttled(Duration.ofSeconds(seconds)));
  }

  @Test
  void aThrottleWithoutALengthLastsThirtySeconds() {
    assertThat(after(429, "error.throttled.json")).isEqualTo(new Throttled(Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @CsvSource({
    "error.quota.json, 48925, 48925",
    "error.quota.json, 20, 20",
    "error.throttled.json, 48925, 48925",
    "error.throttled.json, 301, 301",
    "error.throttled.json, 99999999999999999999, 604800"
  })
  void aSpentQuotaIsKnownByItsReasonOrItsSize(String file, String header, long seconds) {
    assertThat(after(429, file, "Retry-After", header))
        .isEqualTo(new QuotaSpent(Duration.ofSeconds(seconds)));
  }

  @Test
  void aSpentQuotaWithoutALengthLastsAnHour() {
    assertThat(after(429, "error.quota.json")).isEqualTo(new QuotaSpent(Duration.ofHours(1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 599, 408})
  void troubleOnTheirSideIsTriedAgain(int status) {
    spotify.server.answers(status, "<html>Bad gateway</html>");
    assertThat(spotify.ask(SAVED_TRACKS)).isEqualTo(new Unavailable(status + " an HTML page"));
    spotify.server.answers(status, "");
    assertThat(spotify.ask(SAVED_TRACKS)).isInstanceOf(Unavailable.class);
  }

  @Test
  void troubleOnTheirSideThatSaysHowLongIsWaitedFor() {
    spotify.server.answers(503, "", "Retry-After", "40");
    assertThat(spotify.ask(SAVED_TRACKS)).isEqualTo(new Throttled(Duration.ofSeconds(40)));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 405, 418, 304, 204})
  void anythingElseIsUnreadable(int status) {
    spotify.server.answers(status, "");
    assertThat(spotify.ask(SAVED_TRACKS)).isInstanceOf(Unreadable.class);
  }

  @Test
  void aRedirectIsNeverFollowed() {
    spotify.server.answers(302, "", "Location", spotify.server.url() + "/elsewhere");
    assertThat(spotify.ask(SAVED_TRACKS)).isInstanceOf(Unreadable.class);
    assertThat(spotify.server.asked()).hasSize(1);
  }

  @Test
  void whatTheyWriteReachesALogAsOneShortLine() {
    spotify.server.answers(400, "line one\nINFO forged\u001b[31m" + "x".repeat(500));
    assertThat(((Unreadable) spotify.ask(SAVED_TRACKS)).detail())
        .startsWith("400 line one INFO forged [31m")
        .hasSizeLessThan(220);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"items\":[{\"track\":", "", "<html></html>", "{\"items\":[]} trailing"})
  void aBodyThatIsNoWholeJsonIsTriedAgain(String body) {
    spotify.server.answers(200, body);
    assertThat(spotify.ask(SAVED_TRACKS)).isInstanceOf(Unavailable.class);
  }

  @Test
  void aConnectionCutInTheMiddleIsTriedAgain() {
    spotify.server.handles(
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write("{\"items\":".getBytes(UTF_8));
          exchange.getResponseBody().flush();
          exchange.close();
        });
    assertThat(spotify.ask(SAVED_TRACKS)).isInstanceOf(Unavailable.class);
  }

  @Test
  void aConnectionClosedAtOnceIsTriedAgain() {
    spotify
        .server
        .handles(HttpExchange::close)
        .handles(HttpExchange::close)
        .handles(HttpExchange::close);
    assertThat(spotify.ask(SAVED_TRACKS)).isInstanceOf(Unavailable.class);
  }

  @Test
  void nobodyThereIsTriedAgain() {
    spotify.server.close();
    assertThat(spotify.ask(SAVED_TRACKS)).isInstanceOf(Unavailable.class);
  }

  @Test
  void anAnswerThatDoesNotBeginIsGivenUp() throws IOException {
    assertThat(inTime(exchange -> rest())).isInstanceOf(Unavailable.class);
  }

  @Test
  void anAnswerThatDoesNotEndIsGivenUp() throws IOException {
    assertThat(inTime(SpotifyFaultTest::drip)).isInstanceOf(Unavailable.class);
  }

  @Test
  void anAnswerTooLargeIsRefusedPackedOrNot() throws IOException {
    var large = "{\"items\":[" + " ".repeat(SpotifyBench.MAX_BODY) + "]}";
    spotify.server.answers(200, large);
    assertThat(spotify.ask(SAVED_TRACKS)).isInstanceOf(Unreadable.class);
    spotify.server.answers(200, gzip(large), "Content-Encoding", "gzip");
    assertThat(spotify.ask(SAVED_TRACKS)).isInstanceOf(Unreadable.class);
  }

  @Test
  void aPackedAnswerIsUnpackedAndABrokenOneTriedAgain() throws IOException {
    var whole = gzip("{\"items\":[],\"next\":null}");
    spotify.server.answers(200, whole, "Content-Encoding", "gzip");
    assertThat(spotify.ask(SAVED_TRACKS)).isInstanceOf(FetchOutcome.Page.class);
    spotify.server.answers(200, Arrays.copyOf(whole, 15), "Content-Encoding", "gzip");
    assertThat(spotify.ask(SAVED_TRACKS)).isInstanceOf(Unavailable.class);
    spotify.server.answers(200, "{}", "Content-Encoding", "gzip");
    assertThat(spotify.ask(SAVED_TRACKS)).isInstanceOf(Unavailable.class);
  }

  private FetchOutcome after(int status, String file, String... headers) {
    return after(SAVED_TRACKS, status, file, headers);
  }

  private FetchOutcome after(Resource resource, int status, String file, String... headers) {
    return spotify.answers(status, file, headers).ask(resource, "0dEvening", null, null);
  }

  /** What an impatient bench makes of it, long before the handler is through. */
  private static FetchOutcome inTime(HttpHandler handler) throws IOException {
    try (var hasty = new SpotifyBench(null, PlaylistPath.ITEMS, Duration.ofMillis(500))) {
      hasty.server.handles(handler);
      var start = System.nanoTime();
      var outcome = hasty.ask(SAVED_TRACKS);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(RESTING);
      return outcome;
    }
  }

  private static void rest() {
    LockSupport.parkNanos(RESTING.toNanos());
  }

  private static void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write("{\"items\":[".getBytes(UTF_8));
    exchange.getResponseBody().flush();
    rest();
  }

  private static byte[] gzip(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
