package io.blendify.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api;
import io.blendify.api.FakeListing;
import io.blendify.api.FakeSignIn;
import io.blendify.core.sync.Resource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PagesIT {
  static final Api API =
      Api.start(new FakeSignIn(), new FakeListing(Resource.TOP_TRACKS, List.of("top")));
  static final String SCRIPT = "<script>alert(1)</script>";

  @Test
  void theFirstPageOffersToSignUpAndToConnect() {
    var page = API.get("/").browser().send();
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.header("content-security-policy")).contains("default-src 'none'");
    assertThat(page.body()).contains("/sign-up", "/v1/connect/tunes", "/style.css");
    assertThat(API.get("/style.css").send().header("content-type")).startsWith("text/css");
  }

  @Test
  void somebodySignsUpByHandAndIsHome() {
    var email = UUID.randomUUID() + "@example.com";
    var answer =
        API.post("/sign-up")
            .browser()
            .form(
                "display_name", "Ada, Countess & Co",
                "email", email,
                "password", "commas, and = signs & more",
                "return_to", "/home")
            .send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    assertThat(answer.header("location")).isEqualTo("/home");
    var home =
        API.get("/home").browser().cookie("blendify_session", answer.cookie("blendify_session"));
    assertThat(home.send().body()).contains("Hello, Ada, Countess &amp; Co");
    var again =
        API.post("/sign-in")
            .browser()
            .form("email", email, "password", "commas, and = signs & more")
            .send();
    assertThat(again.status()).isEqualTo(303);
  }

  @Test
  void aWrongPasswordIsSaidOnThePage() {
    var answer =
        API.post("/sign-in").browser().form("email", "\"><script>x", "password", "nope").send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("No account has").doesNotContain("<script>");
  }

  @Test
  void aFormFromAnotherSiteIsRefused() {
    var user = API.user("Victim");
    var before = API.contents();
    var answer =
        API.post("/blends")
            .cookie("blendify_session", user.token())
            .header("sec-fetch-site", "cross-site")
            .form("name", "Forged")
            .send();
    assertThat(answer.status()).isEqualTo(403);
    assertThat(API.contents()).isEqualTo(before);
  }

  @Test
  void whoIsNotSignedInIsAskedToAndComesBack() {
    var answer = API.get("/home").browser().send();
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("location")).isEqualTo("/sign-in?return_to=%2Fhome");
    var page = API.get("/sign-in?return_to=https%3A%2F%2Fevil.test").browser().send();
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.header("content-type")).startsWith("text/html");
  }

  @Test
  void aBlendIsMadeInvitedToAndJoinedByHand() {
    var ada = API.user("Ada");
    var made = API.post("/blends").inBrowserOf(ada).form("name", SCRIPT).send();
    assertThat(made.status()).as(made.body()).isEqualTo(303);
    var path = made.header("location");
    var invited = API.post(path + "/invitations").inBrowserOf(ada).form("x", "y").send();
    assertThat(invited.status()).as(invited.body()).isEqualTo(200);
    assertThat(invited.body()).doesNotContain(SCRIPT).contains("&lt;script&gt;");
    var token = invited.body().replaceAll("(?s).*/invitations/([A-Za-z0-9_-]{43}).*", "$1");

    var anonymous = API.get("/invitations/" + token).browser().send();
    assertThat(anonymous.body()).contains("Ada invites you", "/sign-in?return_to=");
    var ben = API.user("Ben");
    assertThat(API.get("/invitations/" + token).inBrowserOf(ben).send().body())
        .contains("value=\"top_tracks\"");
    var joined =
        API.post("/invitations/" + token)
            .inBrowserOf(ben)
            .form("resources", "top_tracks", "resources", "saved_tracks")
            .send();
    assertThat(joined.status()).as(joined.body()).isEqualTo(303);
    assertThat(joined.header("location")).isEqualTo(path);
    assertThat(API.get(path).inBrowserOf(ben).send().body()).contains("Ada", "Ben");
    assertThat(API.get(path).inBrowserOf(API.user("Eve")).send().status()).isEqualTo(404);
  }

  @Test
  void listsSayOfWhenTheyAre() {
    var user = API.user("Ada");
    for (var list : List.of("top-tracks", "top-artists", "saved-tracks", "recently-played")) {
      var page = API.get("/library/" + list + "?asOf=2026-02-01").inBrowserOf(user).send();
      assertThat(page.status()).as(page.body()).isEqualTo(200);
      assertThat(page.body()).contains("As of 2026-02-02T00:00:00Z");
    }
    assertThat(API.get("/library/diary").inBrowserOf(user).send().status()).isEqualTo(404);
  }
}
