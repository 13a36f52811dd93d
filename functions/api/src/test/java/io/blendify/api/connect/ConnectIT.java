package io.blendify.api.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api;
import io.blendify.api.Api.Answer;
import io.blendify.api.Api.User;
import io.blendify.api.FakeListing;
import io.blendify.api.FakeSignIn;
import io.blendify.core.provider.ProfileOutcome;
import io.blendify.core.provider.TokenOutcome;
import io.blendify.core.queue.QueueName;
import io.blendify.core.sync.Resource;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectIT {
  static final FakeSignIn TUNES = new FakeSignIn();
  static final Api API =
      Api.start(
          TUNES,
          new FakeListing(Resource.TOP_TRACKS, List.of("top")),
          new FakeListing(Resource.SAVED_TRACKS, List.of("saved")));

  @BeforeEach
  void newAccount() {
    TUNES.tokens(FakeSignIn.granted()).profile(FakeSignIn.account(UUID.randomUUID().toString()));
    API.queue.clear();
  }

  /** What a browser holds between leaving and coming back. */
  record Trip(String state, String browser) {}

  static Trip leave(@Nullable User user, String query) {
    var call = API.get("/v1/connect/tunes" + query);
    var answer = (user == null ? call : call.cookie("blendify_session", user.token())).send();
    assertThat(answer.status()).isEqualTo(302);
    var location = answer.header("location");
    assertThat(location).startsWith("https://accounts.tunes.test/authorize");
    var state = location.replaceAll(".*state=([^&]+).*", "$1");
    return new Trip(state, answer.cookie("blendify_connect"));
  }

  static Answer comeBack(@Nullable User user, Trip trip, String query) {
    var call =
        API.get("/v1/callback/tunes?state=" + trip.state() + query)
            .cookie("blendify_connect", trip.browser());
    return (user == null ? call : call.cookie("blendify_session", user.token())).send();
  }

  @Test
  void whoIsSignedInAddsAnAccountAndItsFirstJobsAreSent() {
    var user = API.user("Ada");
    var answer = comeBack(user, leave(user, "?return_to=%2Fhome%3Ftab%3D1"), "&code=good");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("location")).isEqualTo("/home?tab=1");
    var jobs = API.query("SELECT id FROM sync_jobs WHERE user_id = '" + user.id() + "'");
    assertThat(jobs).hasSize(4);
    assertThat(API.queue.sentTo(new QueueName("fetch-tunes")))
        .extracting(UUID::toString)
        .containsExactlyInAnyOrderElementsOf(jobs);

    var list = API.get("/v1/connections").as(user).send().json();
    var connection = list.get("items").get(0);
    assertThat(connection.get("status").getStringValue()).isEqualTo("active");
    assertThat(connection.get("missing_scopes").get(0).getStringValue()).isEqualTo("saved");
    assertThat(connection.get("days_until_reconsent").getIntValue()).isBetween(180, 185);
  }

  @Test
  void whoIsNotSignedInSignsUpByConnecting() {
    var answer = comeBack(null, leave(null, ""), "&code=good");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("location")).isEqualTo("/home");
    var session = answer.cookie("blendify_session");
    var me = API.get("/v1/me").cookie("blendify_session", session).send();
    assertThat(me.text("display_name")).startsWith("Tunes ");

    var again = comeBack(null, leave(null, ""), "&code=good");
    var same = API.get("/v1/me").cookie("blendify_session", again.cookie("blendify_session"));
    assertThat(same.send().text("id")).isEqualTo(me.text("id"));
  }

  @Test
  void aStateWorksOnce() {
    var user = API.user("Ada");
    var trip = leave(user, "");
    assertThat(comeBack(user, trip, "&code=good").status()).isEqualTo(303);
    var before = API.contents();
    var replay = comeBack(user, trip, "&code=good");
    assertThat(replay.status()).isEqualTo(400);
    assertThat(replay.text("type")).isEqualTo("/problems/connect-refused");
    assertThat(API.contents()).isEqualTo(before);
  }

  @Test
  void aStateIsGoodInItsBrowserOnly() {
    var user = API.user("Ada");
    var trip = leave(user, "");
    var before = API.contents();
    var elsewhere = comeBack(user, new Trip(trip.state(), "another"), "&code=good");
    assertThat(elsewhere.status()).isEqualTo(400);
    assertThat(API.contents()).isEqualTo(before);
    assertThat(comeBack(user, trip, "&code=good").status()).isEqualTo(303);
  }

  @Test
  void aStateIsGoodForItsPersonOnly() {
    var trip = leave(API.user("Ada"), "");
    assertThat(comeBack(API.user("Eve"), trip, "&code=good").status()).isEqualTo(400);
    assertThat(comeBack(null, leave(API.user("Ada"), ""), "&code=good").status()).isEqualTo(400);
  }

  @Test
  void aStateRunsOut() {
    var user = API.user("Ada");
    var trip = leave(user, "");
    API.clock.advance(Duration.ofMinutes(11));
    assertThat(comeBack(user, trip, "&code=good").status()).isEqualTo(400);
  }

  @Test
  void noIsAnAnswer() {
    var user = API.user("Ada");
    var answer = comeBack(user, leave(user, ""), "&error=access_denied");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("type")).isEqualTo("/problems/consent-denied");
    assertThat(connectionsOf(user)).isEmpty();
  }

  @Test
  void everyFailureOfTheProviderIsAClearProblem() {
    var user = API.user("Ada");
    assertThat(comeBack(user, leave(user, ""), "&error=server_error").status()).isEqualTo(502);
    assertThat(comeBack(user, leave(user, ""), "&code=bad").status()).isEqualTo(400);
    TUNES.tokens(new TokenOutcome.AppRefused("invalid_client"));
    assertThat(comeBack(user, leave(user, ""), "&code=good").status()).isEqualTo(502);
    TUNES.tokens(new TokenOutcome.Unavailable(Duration.ofSeconds(5), "503"));
    assertThat(comeBack(user, leave(user, ""), "&code=good").status()).isEqualTo(502);
    TUNES.tokens(FakeSignIn.granted()).profile(new ProfileOutcome.AppRefused("not on the list"));
    assertThat(comeBack(user, leave(user, ""), "&code=good").status()).isEqualTo(502);
    assertThat(connectionsOf(user)).isEmpty();
  }

  @Test
  void anAccountBelongsToOnePerson() {
    var ada = API.user("Ada");
    var eve = API.user("Eve");
    assertThat(comeBack(ada, leave(ada, ""), "&code=good").status()).isEqualTo(303);
    var answer = comeBack(eve, leave(eve, ""), "&code=good");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(connectionsOf(eve)).isEmpty();
  }

  @Test
  void noAddressLeadsAway() {
    for (var path :
        List.of("https%3A%2F%2Fevil.test", "%2F%2Fevil.test", "%2F%5Cevil.test", "home")) {
      var answer = API.get("/v1/connect/tunes?return_to=" + path).send();
      assertThat(answer.status()).as(path).isEqualTo(400);
      assertThat(answer.body()).contains("return_to");
    }
  }

  @Test
  void anUnknownProviderIsNotThere() {
    assertThat(API.get("/v1/connect/nowhere").send().status()).isEqualTo(404);
    assertThat(API.get("/v1/callback/NO%20WHERE?state=x").send().status()).isEqualTo(404);
  }

  @Test
  void disconnectingErasesAndIsForTheOwnerOnly() {
    var user = API.user("Ada");
    comeBack(user, leave(user, ""), "&code=good");
    assertThat(API.delete("/v1/connections/tunes").as(API.user("Eve")).send().status())
        .isEqualTo(404);
    assertThat(connectionsOf(user)).hasSize(1);
    assertThat(API.delete("/v1/connections/tunes").as(user).send().status()).isEqualTo(204);
    assertThat(connectionsOf(user)).isEmpty();
    assertThat(API.query("SELECT id FROM sync_jobs WHERE user_id = '" + user.id() + "'")).isEmpty();
    assertThat(API.queue.sentTo(QueueName.TASTE)).containsExactly(user.id());
  }

  @Test
  void nothingSecretIsKeptInTheClear() {
    var user = API.user("Ada");
    var trip = leave(user, "");
    assertThat(API.query("SELECT t::text FROM connect_attempts t").toString())
        .doesNotContain(trip.state(), trip.browser(), "verifier");
    comeBack(user, trip, "&code=good");
    assertThat(API.query("SELECT t::text FROM provider_connections t").toString())
        .doesNotContain("access-secret", "refresh-secret");
  }

  private static List<String> connectionsOf(User user) {
    return API.query("SELECT id FROM provider_connections WHERE user_id = '" + user.id() + "'");
  }
}
