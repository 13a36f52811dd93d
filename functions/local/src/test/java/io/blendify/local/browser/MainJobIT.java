package io.blendify.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What this product is for, done by hand in two browsers. */
class MainJobIT {
  private static final String BROKEN_COVERS_IN_SIGHT =
      """
      return [...document.images].filter(i => i.complete && i.currentSrc && !i.naturalWidth).length
      """;

  @BeforeAll
  static void requireChromium() {
    Chromium.require();
  }

  @Test
  void twoPeopleConnectInviteAcceptAndReadTheirBlend() {
    try (var mira = Installation.newcomer("Mira M.");
        var aiko = Installation.stranger()) {
      mira.arrive("/home").see("Hello, Mira M.").press("Connect Spotify");
      Installation.consent(mira, "mira").arrive("/home").see("Spotify").rest();
      assertThat(mira.texts(".syncs .words")).noneMatch(words -> words.contains("Reading"));
      assertThat(mira.text()).contains("Saved tracks", "consent again in 180 days");

      everyListIsFilled(mira);
      var link = invitation(mira, "Friday kitchen");

      aiko.open(link).see("Mira M. invites you to “Friday kitchen”").press("Sign up");
      Installation.signUp(aiko, "Aiko").arrive("/invitations/").press("Accept").arrive("/blends/");
      aiko.open("/home").press("Connect Spotify");
      Installation.consent(aiko, "aiko").arrive("/home").rest();

      mira.open(mira.path().replace("/invitations", ""))
          .await("the blend", browser -> browser.has(".score") && browser.has(".songs li"));
      aiko.press("Friday kitchen").await("the blend", browser -> browser.has(".songs li"));
      for (var reader : List.of(mira, aiko)) {
        assertThat(reader.texts(".people strong")).contains("Mira M.", "Aiko");
        assertThat(reader.texts(".reasons li")).isNotEmpty();
        assertThat(reader.texts(".songs .why")).allMatch(why -> why.matches("(?s).*(Mira|Aiko).*"));
      }
      assertThat(mira.texts(".figure .value")).isEqualTo(aiko.texts(".figure .value"));
    }
  }

  private static void everyListIsFilled(Browser browser) {
    browser.press("Top tracks").see("As it is now");
    assertThat(browser.texts(".rows .place").getFirst()).isEqualTo("1");
    browser.press("Last four weeks").await("rows", page -> page.has(".rows li"));
    for (var list : new String[] {"Top artists", "Plays", "Saved albums", "Followed artists"}) {
      browser.press(list).see(list).await("rows", page -> page.has(".rows li"));
    }
    browser.press("Saved tracks").press("Further").see("51 to 100").press("Back").see("1 to 50");
    browser.press("Playlists").await("rows", page -> page.has(".rows a"));
    browser.await(
        "covers that cannot be loaded to be dropped",
        page -> page.ask(BROKEN_COVERS_IN_SIGHT).equals("0"));
  }

  private static String invitation(Browser owner, String name) {
    owner.open("/home").fill("Its name", name).press("Make it").see("a blend needs two");
    owner.press("Invite somebody").see("It is shown this once");
    return owner.value("[data-link]");
  }
}
