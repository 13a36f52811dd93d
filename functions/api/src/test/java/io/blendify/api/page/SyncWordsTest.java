package io.blendify.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.sync.ResourceState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncWordsTest {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void whatRunsSaysHowFarItIs() {
    var row = SyncWords.row(state("syncing", null, 1_200, 5_000), NOW);
    assertThat(row.words()).isEqualTo("Reading: 1,200 of 5,000.");
    assertThat(row.percent()).isEqualTo(24);
    assertThat(row.isRunning()).isTrue();
    assertThat(row.due()).isNull();
  }

  @Test
  void whatRunsAndWaitsSaysWhyAndUntilWhen() {
    var row = SyncWords.row(state("syncing", "throttled", 1_200, 5_000), NOW);
    assertThat(row.words())
        .isEqualTo("Spotify asked for a pause; it goes on in 3 minutes. Reading: 1,200 of 5,000.");
    assertThat(row.state()).isEqualTo("waiting");
  }

  @Test
  void whatIsCurrentSaysWhatItHoldsAndWhenItIsDue() {
    var row = SyncWords.row(state("current", null, 0, 0), NOW);
    assertThat(row.words()).isEqualTo("1,250 tracks");
    assertThat(row.read()).isNotNull().extracting(When::words).isEqualTo("2 hours ago");
    assertThat(row.due()).isNotNull().extracting(When::words).isEqualTo("in 4 hours");
    assertThat(row.notes())
        .containsExactly("Spotify keeps the content of 1 playlist from other apps.");
  }

  @ParameterizedTest
  @CsvSource({
    "cooldown, waiting, it can be read again in 3 minutes",
    "throttled, waiting, it goes on in 3 minutes",
    "unavailable, waiting, tried again in 4 hours",
    "unreadable, waiting, tried again in 4 hours",
    "unconfirmed, waiting, What was read stays until later looks agree; the next is in 4 hours",
    "unsupported, waiting, does not offer this",
    "reconnect_required, trouble, Connect again",
    "disabled, trouble, Switched off",
    "withheld, trouble, What was read before stays",
    "gone, trouble, no longer there"
  })
  void everyReasonIsSaidInWords(String reason, String tone, String words) {
    var row = SyncWords.row(state("stopped", reason, 0, 0), NOW);
    assertThat(row.words()).contains(words).doesNotContain("_");
    assertThat(row.state()).isEqualTo(tone);
  }

  private static ResourceState state(String state, @Nullable String reason, int done, int total) {
    return new ResourceState(
        "spotify",
        "saved_tracks",
        state,
        reason,
        null,
        NOW.plusSeconds(180),
        NOW.minusSeconds(7_200),
        NOW.plusSeconds(14_400),
        1_250,
        1,
        0,
        done,
        total,
        null,
        null,
        null,
        null,
        List.of("x"));
  }
}
