package io.blendify.local.browser;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Links that let one person in, for a while. */
class InvitationLinkIT {

  @BeforeAll
  static void requireChromium() {
    Chromium.require();
  }

  @Test
  void aLinkThatWasUsedLetsNobodyElseIn() {
    try (var owner = Installation.newcomer("Olga");
        var guest = Installation.newcomer("Gus");
        var late = Installation.newcomer("Lou")) {
      var link = invitation(owner);
      guest.arrive("/home").open(link).press("Accept and take part").arrive("/blends/").see("Olga");
      late.arrive("/home").open(link).see("This invitation was used, revoked, or is too old.");
    }
  }

  @Test
  void whoSignsUpOnTheWayComesBackToTheInvitation() {
    try (var owner = Installation.newcomer("Olga");
        var guest = Installation.stranger()) {
      guest.open(invitation(owner)).click(By.cssSelector("nav a[href^='/sign-up']"));
      Installation.signUp(guest, "Gus").arrive("/invitations/");
      guest.press("Accept and take part").arrive("/blends/").see("Olga");
    }
  }

  @Test
  void aLinkEndsAfterAWeek() {
    try (var owner = Installation.newcomer("Olga");
        var guest = Installation.newcomer("Gus")) {
      var link = invitation(owner);
      guest.arrive("/home").open(link).see("The invitation is for one person and ends in 7 days.");
      Installation.SYSTEM.clock().advance(Duration.ofDays(8));
      guest.press("Accept and take part").see("This invitation was used, revoked, or is too old.");
      guest.open(link).see("Ask for another.");
    }
  }

  private static String invitation(Browser owner) {
    owner.arrive("/home").press("Make a new blend").fill("Its name", "Ours").press("Make it");
    owner.press("Invite somebody").see("It is shown this once");
    return owner.value("[data-link]");
  }
}
