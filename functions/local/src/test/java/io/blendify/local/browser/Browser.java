package io.blendify.local.browser;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One person's browser, with nothing in it from before. Everything waits until it is there. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final URI site;
  private final Path profile = Chromium.freshProfile();
  private final ChromeDriver driver = Chromium.start(profile);

  Browser(URI site) {
    this.site = site;
  }

  /**
   * @param address a path of the site, or a whole address
   */
  Browser open(String address) {
    driver.get(site.resolve(address).toString());
    return this;
  }

  /** Clicks what bears these words: a button, a link, the label of a box. */
  Browser press(String words) {
    click(
        By.xpath(
            "//main//*[self::button or self::a or self::summary or self::label][contains(normalize-space(.), "
                + quoted(words)
                + ")]"));
    return this;
  }

  Browser click(By element) {
    await(
        "something to click: " + element,
        browser -> {
          var found = browser.driver.findElements(element).stream().filter(WebElement::isDisplayed);
          var first = found.findFirst();
          first.ifPresent(WebElement::click);
          return first.isPresent();
        });
    return this;
  }

  /** Types into the field with this label. */
  Browser fill(String label, String text) {
    var field = field(label);
    field.clear();
    field.sendKeys(text);
    return this;
  }

  /** Chooses a file to upload. */
  Browser choose(String label, Path file) {
    field(label).sendKeys(file.toString());
    return this;
  }

  private WebElement field(String label) {
    var path = By.xpath("//label[contains(normalize-space(.), " + quoted(label) + ")]//input");
    await("a field " + label, browser -> !browser.driver.findElements(path).isEmpty());
    return driver.findElement(path);
  }

  /** Waits until these words are on the page. */
  Browser see(String words) {
    return await("the words “" + words + "”", browser -> browser.text().contains(words));
  }

  /** Waits until the address has this path. */
  Browser arrive(String path) {
    return await("to arrive at " + path, browser -> browser.path().startsWith(path));
  }

  /** Waits until nothing runs on this page any more. */
  Browser rest() {
    return await("nothing to run", browser -> !browser.has("[data-running]"));
  }

  /** Loads the page again until it is as wanted. */
  Browser reloadUntil(String what, Predicate<Browser> wanted) {
    return await(
        what,
        browser -> {
          browser.driver.navigate().refresh();
          return wanted.test(browser);
        });
  }

  Browser await(String what, Predicate<Browser> wanted) {
    new WebDriverWait(driver, PATIENCE, PAUSE)
        .ignoring(StaleElementReferenceException.class)
        .withMessage(() -> what + "; on " + path() + " there is: " + text())
        .until(_ -> wanted.test(this));
    return this;
  }

  boolean has(String css) {
    return !driver.findElements(By.cssSelector(css)).isEmpty();
  }

  /** The text of all elements that a selector finds, as a person sees it. */
  List<String> texts(String css) {
    return driver.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
  }

  /** The value of a field. */
  String value(String css) {
    return String.valueOf(driver.findElement(By.cssSelector(css)).getDomProperty("value"));
  }

  String text() {
    return String.join("\n", texts("body"));
  }

  String path() {
    return URI.create(String.valueOf(driver.getCurrentUrl())).getPath();
  }

  /** What a script that stands in no page of ours answers. */
  String ask(String script) {
    return String.valueOf(driver.executeScript(script));
  }

  private static String quoted(String words) {
    return "\"" + words + "\"";
  }

  @Override
  public void close() {
    driver.quit();
    try (var files = Files.walk(profile)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      System.err.println("left behind: " + profile + " (" + e + ")");
    }
  }
}
