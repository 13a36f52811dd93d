package io.blendify.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT0S, just now",
    "PT-44S, just now",
    "PT-45S, 1 minute ago",
    "PT-5M, 5 minutes ago",
    "PT-89M, 89 minutes ago",
    "PT-90M, 2 hours ago",
    "PT-30H, 30 hours ago",
    "PT-72H, 3 days ago",
    "PT-1000H, on 18 Jan 2026",
    "PT10S, in a moment",
    "PT6H, in 6 hours",
    "PT1000H, on 12 Apr 2026"
  })
  void aMomentIsToldAsSeenFromNow(String from, String words) {
    assertThat(When.of(NOW.plus(Duration.parse(from)), NOW).words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"spotify, Spotify", "apple, Apple Music", "tidal, TIDAL", "newcomer, Newcomer"})
  void aProviderIsNamedAsItNamesItself(String label, String name) {
    assertThat(Words.provider(label)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"1, 1 track", "0, 0 tracks", "1200, '1,200 tracks'"})
  void thingsAreCounted(long count, String words) {
    assertThat(Words.many(count, "track")).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"999, 999 bytes", "2000, 2 kB", "48211003, 48.2 MB"})
  void sizesAreRounded(long bytes, String words) {
    assertThat(Words.size(bytes)).isEqualTo(words);
  }

  @Test
  void aTileHasALetterWhateverTheName() {
    assertThat(Tile.of("밤의 우산", null).letter()).isEqualTo("밤");
    assertThat(Tile.of("𝕏 æther", null).letter()).isEqualTo("𝕏");
    assertThat(Tile.of("…", null).letter()).isEqualTo("♪");
    assertThat(Tile.of("(one)", null).letter()).isEqualTo("O");
  }

  @Test
  void aListOfOnePageHasNoSteps() {
    assertThat(Steps.of("/x?page=", 1, 50, 50, false).any()).isFalse();
    var second = Steps.of("/x?page=", 2, 50, 7, false);
    assertThat(second.previous()).isEqualTo("/x?page=1");
    assertThat(second.next()).isNull();
    assertThat(second.words()).isEqualTo("51 to 57");
  }
}
