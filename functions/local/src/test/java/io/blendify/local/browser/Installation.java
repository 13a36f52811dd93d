package io.blendify.local.browser;

import io.blendify.local.server.DataFolder;
import io.blendify.local.server.LocalSystem;
import io.blendify.local.server.Progress;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.openqa.selenium.By;

/** The whole system, started once for all that is tried in a browser. */
final class Installation {
  private static final int CONSUMERS = 2;

  private static final DataFolder FOLDER = DataFolder.temporary();
  static final LocalSystem SYSTEM =
      LocalSystem.start(
          new LocalSystem.Settings(0, 0, CONSUMERS, null),
          FOLDER,
          new Progress(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)));

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  SYSTEM.close();
                  FOLDER.close();
                }));
  }

  private Installation() {}

  /** A browser in which nobody is signed in. */
  static Browser stranger() {
    return new Browser(SYSTEM.url());
  }

  /** Somebody who has just signed up by hand. */
  static Browser newcomer(String name) {
    return signUp(stranger().open("/sign-up"), name);
  }

  static Browser signUp(Browser browser, String name) {
    return browser
        .fill("Your name", name)
        .fill("E-mail", UUID.randomUUID() + "@example.com")
        .fill("Password", "a long sentence")
        .press("Sign up");
  }

  /** Says yes at the sandbox's consent page, as one of its people. */
  static Browser consent(Browser browser, String person) {
    return browser
        .click(By.cssSelector("input[name=login][value=" + person + "]"))
        .click(By.cssSelector("button[value=allow]"));
  }
}
