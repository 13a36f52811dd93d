package io.blendify.local.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The Chromium of this machine, as Debian's packages chromium and chromium-driver install it. */
final class Chromium {

  private static final Optional<File> BROWSER =
      find("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final Optional<File> DRIVER =
      find("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");
  private static final String ABSENT =
      "Chromium or its driver is absent, so the pages are not tried in a browser:"
          + " apt-get install chromium chromium-driver";

  private Chromium() {}

  /** Skips the test where there is no Chromium. */
  static void require() {
    Assumptions.assumeTrue(BROWSER.isPresent() && DRIVER.isPresent(), ABSENT);
  }

  static ChromeDriver start(Path profile) {
    var options = new ChromeOptions();
    options.setBinary(BROWSER.orElseThrow());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en",
        "--window-size=1100,900",
        "--user-data-dir=" + profile);
    var service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.orElseThrow()).build();
    return new ChromeDriver(service, options);
  }

  static Path freshProfile() {
    try {
      return Files.createTempDirectory("blendify-chromium-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<File> find(String... places) {
    return List.of(places).stream().map(File::new).filter(File::canExecute).findFirst();
  }
}
