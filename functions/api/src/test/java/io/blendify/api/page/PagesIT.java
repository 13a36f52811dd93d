package io.blendify.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api;
import io.blendify.api.FakeListing;
import io.blendify.api.FakeSignIn;
import io.blendify.api.imports.FakeFiles;
import io.blendify.core.sync.Resource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PagesIT {
  static final Api API =
      Api.start(
          new FakeSignIn(), new FakeListing(Resource.TOP_TRACKS, List.of("top")), new FakeFiles());
  static final String SCRIPT = "<script>alert(1)</script>";

  @Test
  void theFirstPageOffersToSignUpAndToConnect() {
    var page = API.get("/").browser().send();
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.header("content-security-policy"))
        .contains("default-src 'none'", "script-src 'self'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(page.body()).contains("/sign-up", "/v1/connect/tunes", "Continue with Tunes");
    assertThat(API.get("/style.css").send().header("content-type")).startsWith("text/css");
    assertThat(API.get("/page.js").send().header("content-type")).startsWith("text/javascript");
    assertThat(API.get("/icon.svg").send().header("content-type")).startsWith("image/svg+xml");
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
  void whatIsLeftOutStandsOnThePageAndIsPutBack() {
    var user = API.user("Ada");
    assertThat(API.get("/taste").inBrowserOf(user).send().body())
        .contains("It is being looked for", "Let me be found", "Leave something out");
    leaveOut(user, "kind", "artist", "artist", SCRIPT);
    leaveOut(user, "kind", "period", "since", "2026-12-01", "until", "2026-12-26");
    var page = API.get("/taste").inBrowserOf(user).send().body();
    assertThat(page)
        .contains("From 1 Dec 2026 until 26 Dec 2026", "&lt;script&gt;")
        .doesNotContain(SCRIPT);
    var removal =
        page.replaceAll(
            "(?s).*&lt;/script&gt;.*?action=\"(/taste/exclusions/[0-9a-f-]{36}/removal)\".*", "$1");
    assertThat(API.post(removal).inBrowserOf(API.user("Eve")).form("x", "y").send().status())
        .isEqualTo(404);
    assertThat(API.post(removal).inBrowserOf(user).form("x", "y").send().status()).isEqualTo(303);
    assertThat(API.get("/taste").inBrowserOf(user).send().body()).doesNotContain("&lt;script&gt;");
    var nothing = API.post("/taste/exclusions").inBrowserOf(user).form("kind", "artist").send();
    assertThat(nothing.status()).isEqualTo(400);
    assertThat(nothing.header("content-type")).startsWith("text/html");
  }

  private static void leaveOut(Api.User user, String... form) {
    var answer = API.post("/taste/exclusions").inBrowserOf(user).form(form).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    assertThat(answer.header("location")).isEqualTo("/taste");
  }

  @Test
  void whoWantsToBeFoundSaysSoAndTakesItBack() {
    var user = API.user("Ada");
    assertThat(API.post("/taste/findable").inBrowserOf(user).form("x", "y").send().status())
        .isEqualTo(303);
    assertThat(API.get("/taste").inBrowserOf(user).send().body())
        .contains("Be found no more", "Nobody yet");
    API.post("/taste/findable/withdrawal").inBrowserOf(user).form("x", "y").send();
    assertThat(API.get("/taste").inBrowserOf(user).send().body()).contains("Let me be found");
  }

  @Test
  void everyListSaysOfWhenItIs() {
    var user = API.user("Ada");
    for (var list :
        List.of(
            "top-tracks",
            "top-artists",
            "recently-played",
            "playlists",
            "saved-tracks",
            "saved-albums",
            "followed-artists")) {
      var now = API.get("/library/" + list).inBrowserOf(user).send();
      assertThat(now.body()).contains("As it is now", "Nothing is known to be here.");
      var then = API.get("/library/" + list + "?asOf=2026-02-01").inBrowserOf(user).send();
      assertThat(then.status()).as(then.body()).isEqualTo(200);
      assertThat(then.body())
          .contains("As it was on 1 Feb 2026, 23:59 UTC", "value=\"2026-02-01\"");
    }
  }

  @Test
  void aListThatIsNotThereOrCannotBeIsRefused() {
    var user = API.user("Ada");
    for (var path : List.of("/library/diary", "/library/playlist-tracks", "/library/playlists/x")) {
      assertThat(API.get(path).inBrowserOf(user).send().status()).as(path).isEqualTo(404);
    }
    for (var path :
        List.of(
            "/library/top-tracks?range=always",
            "/library/top-tracks?asOf=yesterday",
            "/library/top-tracks?asOf=2027-01-01",
            "/library/top-tracks?page=0",
            "/library/top-tracks?page=2000000000",
            "/library/top-tracks?page=x",
            "/changes?days=8",
            "/changes?list=plays",
            "/changes?page=-1")) {
      var answer = API.get(path).inBrowserOf(user).send();
      assertThat(answer.status()).as(path).isEqualTo(400);
      assertThat(answer.header("content-type")).startsWith("text/html");
    }
  }

  @Test
  void whatCannotBeUndoneAsksFirst() {
    var user = API.user("Ada");
    var made = API.post("/blends").inBrowserOf(user).form("name", "Ours").send();
    var blend = made.header("location");
    var before = API.contents();
    for (var path : List.of(blend + "/leave", blend + "/delete", "/account/delete")) {
      var question = API.get(path).inBrowserOf(user).send();
      assertThat(question.body()).contains("name=\"sure\"", "action=\"" + path + "\"");
      var hasty = API.post(path).inBrowserOf(user).form("sure", "").send();
      assertThat(hasty.status()).isEqualTo(400);
    }
    assertThat(API.contents()).isEqualTo(before);
    var left = API.post("/account/delete").inBrowserOf(user).form("sure", "yes").send();
    assertThat(left.status()).isEqualTo(303);
    assertThat(API.get("/home").inBrowserOf(user).send().header("location")).contains("/sign-in");
  }

  @Test
  void aConnectionThatIsNotThereCannotBeReadOrDisconnected() {
    var user = API.user("Ada");
    for (var path : List.of("/connections/spotify/syncs", "/connections/file/disconnect")) {
      assertThat(API.post(path).inBrowserOf(user).form("sure", "yes").send().status())
          .isEqualTo(404);
    }
    assertThat(API.get("/connections/file/disconnect").inBrowserOf(user).send().status())
        .isEqualTo(404);
  }

  @Test
  void theOwnerChangesABlendByHandAndAGuestWhatItMayUse() {
    var ada = API.user("Ada");
    var blend = API.post("/blends").inBrowserOf(ada).form("name", "Ours").send().header("location");
    assertThat(API.get(blend + "/settings").inBrowserOf(ada).send().body())
        .contains("value=\"Ours\"", "value=\"saved_albums\" checked");
    var changed =
        API.post(blend + "/settings")
            .inBrowserOf(ada)
            .form(
                "name", "Theirs",
                "description", "for the kitchen",
                "algorithm_type", "discovery",
                "length", "25",
                "artist_cap", "2")
            .send();
    assertThat(changed.status()).as(changed.body()).isEqualTo(303);
    var mine =
        API.post(blend + "/settings/mine")
            .inBrowserOf(ada)
            .form("weight", "2.5", "resources", "saved_tracks")
            .send();
    assertThat(mine.status()).as(mine.body()).isEqualTo(303);
    var settings = API.get(blend + "/settings").inBrowserOf(ada).send().body();
    assertThat(settings)
        .contains(
            "value=\"Theirs\"",
            "value=\"for the kitchen\"",
            "value=\"25\"",
            "value=\"2.5\"",
            "value=\"discovery\" selected",
            "value=\"saved_tracks\" checked")
        .doesNotContain("value=\"saved_albums\" checked", "value=\"yes\" checked");
    for (var weight : List.of("0", "11", "NaN", "heavy")) {
      var wrong =
          API.post(blend + "/settings/mine")
              .inBrowserOf(ada)
              .form("weight", weight, "resources", "saved_tracks")
              .send();
      assertThat(wrong.status()).as(weight).isEqualTo(400);
    }
    var length = API.post(blend + "/settings").inBrowserOf(ada).form("name", "x", "length", "many");
    assertThat(length.send().status()).isEqualTo(400);
  }

  @Test
  void aFileIsFollowedByItsOwnerOnly() {
    var ada = API.user("Ada");
    var id = UUID.randomUUID();
    API.sql(
        """
        INSERT INTO imports (
          id, user_id, file_name, size_bytes, object_key, status, created_at, updated_at)
        VALUES ('%s', '%s', '<b>mine</b>.zip', 2000, 'x', 'waiting_for_file', '%s', '%s')
        """
            .formatted(id, ada.id(), Api.START, Api.START));
    var page = API.get("/imports/" + id).inBrowserOf(ada).send();
    assertThat(page.body())
        .contains("The upload did not finish", "&lt;b&gt;mine&lt;/b&gt;.zip", "2 kB");
    assertThat(API.get("/imports/" + id).inBrowserOf(API.user("Eve")).send().status())
        .isEqualTo(404);
  }
}
