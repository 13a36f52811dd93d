package io.blendify.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Who comes in, and who does not. */
class EntranceIT {

  @BeforeAll
  static void requireChromium() {
    Chromium.require();
  }

  @Test
  void aWrongPasswordIsSaidAndTheRightOneIsTakenAfterwards() {
    var email = UUID.randomUUID() + "@example.com";
    try (var browser = Installation.stranger().open("/sign-up")) {
      browser.fill("Your name", "Ada").fill("E-mail", email).fill("Password", "a long sentence");
      browser.press("Sign up").arrive("/home").click(By.cssSelector("header form button"));
      browser.press("Sign up").open("/sign-in");
      browser.fill("E-mail", email).fill("Password", "another sentence").press("Sign in");
      browser.see("No account has this e-mail address and password.");
      assertThat(browser.value("input[name=email]")).isEqualTo(email);
      browser.fill("Password", "a long sentence").press("Sign in").arrive("/home");
      browser.see("Hello, Ada");
    }
  }

  @Test
  void whoSaysNoToTheProviderIsToldThatNothingWasConnected() {
    try (var browser = Installation.newcomer("Ben")) {
      browser.arrive("/home").press("Connect Spotify").click(By.cssSelector("button[value=deny]"));
      browser.see("You said no to the provider. Nothing was connected.");
      browser.press("To your music").arrive("/home").see("Connect Spotify");
      assertThat(browser.has(".connection")).isFalse();
    }
  }

  @Test
  void aFormOnAnotherSiteMakesNothingInTheNameOfAVisitor() throws IOException {
    try (var browser = Installation.newcomer("Victim");
        var other = new OtherSite(Installation.SYSTEM.url() + "/blends")) {
      for (var host : new String[] {"127.0.0.1", "localhost"}) {
        browser.arrive("/home").open(other.address(host)).click(By.id("bait"));
        browser.see("must come from our own pages");
        browser.open("/home").see("Your blends");
        assertThat(browser.text()).doesNotContain("Forged");
      }
    }
  }

  /** A page of somebody else, whose form aims at us. */
  private record OtherSite(HttpServer server) implements AutoCloseable {

    OtherSite(String target) throws IOException {
      this(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
      var page =
          """
          <!DOCTYPE html><title>Win a prize</title><form method="post" action="%s">
          <input name="name" value="Forged"><button id="bait">Win</button></form>
          """
              .formatted(target)
              .getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
          });
      server.start();
    }

    String address(String host) {
      return "http://" + host + ":" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
