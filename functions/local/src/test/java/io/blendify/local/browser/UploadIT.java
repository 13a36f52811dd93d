package io.blendify.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that go from a browser to the store, and what is told about them. */
class UploadIT {
  private static final String SCRIPT = "<script>document.title='taken over'</script>";

  @TempDir Path folder;

  @BeforeAll
  static void requireChromium() {
    Chromium.require();
  }

  @Test
  void anUploadIsFollowedToItsReport() throws IOException {
    var plays =
        IntStream.range(0, 3_000)
            .mapToObj(i -> play("Song " + i % 300, i % 10 == 0 ? 5_000 : 200_000, i))
            .collect(Collectors.joining(",\n", "[", ",\n{\"ts\": \"no time\"}]"));
    try (var browser = Installation.newcomer("Uma")) {
      upload(browser, "Streaming_History_Audio_2026.json", plays);
      browser.arrive("/imports/").see("Imported.");
      assertThat(browser.text())
          .contains("Spotify extended streaming history", "2,700 plays", "2,700 new")
          .contains("300 plays of less than 30 seconds", "1 entry that cannot be read");
      browser.press("Where they stand").see("Streaming_History_Audio_2026.json:");
      browser.press("Home").arrive("/home").see("Skipped: ");
      assertThat(browser.texts("#imports h4")).containsExactly("Streaming_History_Audio_2026.json");
      browser.press("Erase what came from files").see("Erase what came from your files?");
      browser.press("I am sure").press("Erase it").arrive("/home");
      assertThat(browser.text()).doesNotContain("Erase what came from files");
    }
  }

  @Test
  void aFileThatIsNoExportIsRefusedInWords() throws IOException {
    try (var browser = Installation.newcomer("Vic")) {
      upload(browser, "diary.txt", "Dear diary, today I heard a song.\n");
      browser.arrive("/imports/").see("Nothing was taken from it.");
      browser.open("/library/recently-played").see("Nothing is known to be here.");
    }
  }

  @Test
  void anEmptyFileIsRefusedBeforeItIsSent() throws IOException {
    try (var browser = Installation.newcomer("Wim")) {
      upload(browser, "empty.json", "");
      browser.see("empty.json is empty.");
      assertThat(browser.path()).isEqualTo("/home");
    }
  }

  @Test
  void aTrackThatIsNamedLikeAScriptIsShownAsText() throws IOException {
    try (var browser = Installation.newcomer(SCRIPT)) {
      upload(browser, "history.json", "[" + play(SCRIPT, 200_000, 1) + "]");
      browser.arrive("/imports/").see("Imported.").open("/library/recently-played").see(SCRIPT);
      assertThat(browser.texts(".rows strong")).containsExactly(SCRIPT);
      browser.open("/home").see("Hello, " + SCRIPT);
      assertThat(browser.ask("return document.title")).isEqualTo("Home · Blendify");
    }
  }

  private void upload(Browser browser, String name, String content) throws IOException {
    var file = Files.writeString(folder.resolve(name), content);
    browser.arrive("/home").choose("Files that a service gave you", file).press("Upload");
  }

  private static String play(String track, int milliseconds, int number) {
    return """
    {"ts": "2025-%02d-%02dT%02d:%02d:00Z", "ms_played": %d, "master_metadata_track_name": "%s",
     "master_metadata_album_artist_name": "Ada", "master_metadata_album_album_name": "First",
     "spotify_track_uri": "spotify:track:%022d", "episode_name": null, "skipped": false,
     "incognito_mode": false}"""
        .formatted(
            1 + number / 28 / 24 % 12,
            1 + number / 24 % 28,
            number % 24,
            number % 60,
            milliseconds,
            track,
            track.hashCode() & 0xffff);
  }
}
