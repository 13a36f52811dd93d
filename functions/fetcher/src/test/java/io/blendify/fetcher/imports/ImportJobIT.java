package io.blendify.fetcher.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blendify.fetcher.TimeLeft;
import io.blendify.fetcher.imports.Uploads.Upload;
import io.blendify.store.imports.ImportStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportJobIT {

  private static final int PLAYS = 5 * Uploads.BATCH + 7;

  private static final String LIBRARY =
      """
      {"tracks": [{"artist": "Ines Okafor", "album": "Salt", "track": "Ebb", "uri": "spotify:track:1bbbbbbbbbbbbbbbbbbbbb"},
                  {"artist": "Ines Okafor", "album": "Salt", "track": "Flow", "uri": "spotify:track:1ccccccccccccccccccccc"}],
       "albums": [], "artists": [{"name": "Ines Okafor", "uri": "spotify:artist:4aaaaaaaaaaaaaaaaaaaaa"}]}
      """;

  private static final String PLAYLIST =
      "Track URI,Track Name,Artist Name(s),Added At\n"
          + "spotify:track:1bbbbbbbbbbbbbbbbbbbbb,Ebb,Ines Okafor,2020-01-02T03:04:05Z\n";

  private Uploads uploads;

  @BeforeAll
  void start() {
    uploads = new Uploads();
  }

  @AfterAll
  void stop() {
    uploads.close();
  }

  @BeforeEach
  void reset() {
    uploads.queue.sent.clear();
    uploads.files.onRead = () -> {};
  }

  @Test
  void aFileBecomesHistoryAndIsForgotten() {
    var user = uploads.person();
    var entries = History.entries(PLAYS);
    entries.add(History.entry(Instant.parse("2025-01-01T00:00:00Z"), 1).replace("200000", "9"));
    var row = uploads.run(user, "h.json", History.file(entries));
    assertThat(row.status()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(row.format()).isEqualTo("spotify_extended_history");
    assertThat(row.taken()).isEqualTo("{\"recently_played\": %d}".formatted(PLAYS));
    assertThat(row.added()).isEqualTo("{\"recently_played\": %d}".formatted(PLAYS));
    assertThat(row.skipped())
        .contains("\"too_short\"", "\"count\": 1", "h.json:1029, entry " + (PLAYS + 1));
    assertThat(row.bytesRead()).isEqualTo(row.sizeBytes());
    assertThat(row.finishedAt()).isNotNull();
    assertThat(uploads.plays(user)).hasSize(PLAYS);
    assertThat(uploads.plays(user).getFirst())
        .startsWith("2024-05-01 10:00:00 spotify 0000000000000000000000 200000 ");
    assertThat(uploads.files.files).isEmpty();
    assertThat(uploads.queue.sent).containsExactly("taste " + user);
  }

  @Test
  void theSameFileAgainAddsNothingAndSaysSo() {
    var user = uploads.person();
    var zip =
        zip(
            "YourLibrary.json",
            LIBRARY,
            "h.json",
            History.file(History.entries(PLAYS)),
            "p.csv",
            PLAYLIST);
    var first = uploads.upload(user, "all.zip", zip);
    uploads.deliver(first, Uploads.PLENTY);
    assertThat(uploads.find(first).added())
        .isEqualTo(
            "{\"playlists\": 1, \"saved_tracks\": 2, \"playlist_tracks\": 1, \"recently_played\": %d, \"followed_artists\": 1}"
                .formatted(PLAYS));
    var before = uploads.counts();
    uploads.queue.sent.clear();

    var again = uploads.upload(user, "all.zip", zip);
    uploads.deliver(again, Uploads.PLENTY);

    assertThat(uploads.counts()).isEqualTo(before);
    assertThat(uploads.find(again).status()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(uploads.find(again).taken()).contains("\"recently_played\": " + PLAYS);
    assertThat(uploads.find(again).added())
        .isEqualTo(
            "{\"playlists\": 0, \"saved_tracks\": 0, \"playlist_tracks\": 0, \"recently_played\": 0, \"followed_artists\": 0}");
    assertThat(uploads.queue.sent).isEmpty();
  }

  @Test
  void theSamePlaysInAnotherOrderAndTwiceAddNothing() {
    var user = uploads.person();
    var entries = History.entries(PLAYS);
    uploads.run(user, "h.json", History.file(entries));
    var before = uploads.plays(user);
    var shuffled = new ArrayList<>(entries);
    shuffled.addAll(entries);
    Collections.shuffle(shuffled, new Random(7));
    uploads.run(user, "other.json", History.file(shuffled));
    assertThat(uploads.plays(user)).isEqualTo(before);
  }

  @Test
  void killedAfterAnyBatchItEndsAsIfNothingHadHappened() {
    var text = History.file(History.entries(PLAYS));
    var undisturbed = uploads.person();
    uploads.run(undisturbed, "h.json", text);
    for (int kill = 1; kill <= 5; kill++) {
      var user = uploads.person();
      var upload = uploads.upload(user, "h.json", text);
      killed(upload, kill);
      assertThat(uploads.plays(user)).hasSize(kill * Uploads.BATCH);

      uploads.deliver(upload, Uploads.PLENTY);
      assertThat(uploads.find(upload).status())
          .as("the lease holds")
          .isEqualTo(ImportStatus.IMPORTING);
      uploads.now = uploads.now.plus(Duration.ofMinutes(5));
      uploads.deliver(upload, Uploads.PLENTY);

      assertThat(uploads.plays(user)).isEqualTo(uploads.plays(undisturbed));
      assertThat(uploads.find(upload).added())
          .isEqualTo("{\"recently_played\": %d}".formatted(PLAYS));
      assertThat(
              uploads.rows(
                  "SELECT count(DISTINCT observed_at) FROM history.plays WHERE user_id = '%s'"
                      .formatted(user)))
          .containsExactly("1");
    }
  }

  @Test
  void killedWhileTheFileIsCheckedItIsCheckedAgain() {
    var user = uploads.person();
    var upload = uploads.upload(user, "h.json", History.file(History.entries(PLAYS)));
    uploads.files.onRead =
        () -> {
          throw new Killed();
        };
    assertThatThrownBy(() -> uploads.deliver(upload, Uploads.PLENTY)).isInstanceOf(Killed.class);
    assertThat(uploads.find(upload).status()).isEqualTo(ImportStatus.CHECKING);
    uploads.files.onRead = () -> {};
    uploads.now = uploads.now.plus(Duration.ofMinutes(5));
    uploads.deliver(upload, Uploads.PLENTY);
    assertThat(uploads.plays(user)).hasSize(PLAYS);
  }

  @Test
  void withLittleTimeItIsHandedOnFromBatchToBatch() {
    var user = uploads.person();
    var upload = uploads.upload(user, "h.json", History.file(History.entries(PLAYS)));
    var message = "fetch-file " + upload.job();
    int deliveries = 0;
    do {
      uploads.queue.sent.clear();
      uploads.deliver(upload, () -> Duration.ofSeconds(1));
      deliveries++;
      assertThat(uploads.plays(user)).hasSize(Math.min(PLAYS, deliveries * Uploads.BATCH));
    } while (uploads.queue.sent.contains(message) && deliveries < 50);
    assertThat(deliveries).isGreaterThan(5).isLessThan(9);
    assertThat(uploads.find(upload).status()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(uploads.queue.sent).containsExactly("taste " + user);
  }

  @Test
  void aFileThatIsRefusedLeavesNothingBehind() {
    var user = uploads.person();
    var good = zip("h.json", History.file(History.entries(3)));
    var spaces = new byte[20 << 20];
    Arrays.fill(spaces, (byte) ' ');
    var before = uploads.counts();
    assertRefused(uploads.upload(user, "x.txt", "Dear diary"), "unknown_format");
    assertRefused(uploads.upload(user, "x.json", ""), "empty");
    assertRefused(uploads.upload(user, "x.zip", Arrays.copyOf(good, good.length - 9)), "truncated");
    assertRefused(
        uploads.upload(user, "x.zip", zip("a.json", new String(spaces, StandardCharsets.UTF_8))),
        "zip_bomb");
    assertRefused(
        uploads.upload(
            user, "x.json", History.file(History.entries(3)).getBytes(StandardCharsets.UTF_16)),
        "wrong_encoding");
    var cut = History.file(History.entries(PLAYS));
    assertRefused(uploads.upload(user, "x.json", cut.substring(0, cut.length() - 1)), "truncated");
    assertThat(uploads.counts()).isEqualTo(before);
    assertThat(uploads.queue.sent).isEmpty();
  }

  private void assertRefused(Upload upload, String problem) {
    uploads.deliver(upload, Uploads.PLENTY);
    var row = uploads.find(upload);
    assertThat(row.status()).isEqualTo(ImportStatus.REFUSED);
    assertThat(row.problem()).isEqualTo(problem);
    assertThat(row.detail()).endsWith(".");
    assertThat(row.added()).isEqualTo("{}");
    assertThat(uploads.files.files).doesNotContainKey(upload.key());
    assertThat(
            uploads.rows("SELECT status, error FROM sync_jobs WHERE id = '" + upload.job() + "'"))
        .containsExactly("failed " + problem);
  }

  @Test
  void aLaterFileAddsMembersAndRemovesNone() {
    var user = uploads.person();
    uploads.run(user, "YourLibrary.json", LIBRARY);
    uploads.run(user, "YourLibrary.json", LIBRARY.replace("1bbbbbb", "1dddddd"));
    assertThat(
            uploads.rows(
                """
                SELECT action, count(*) FROM history.memberships
                WHERE user_id = '%s' AND resource = 'saved_tracks' GROUP BY action
                """
                    .formatted(user)))
        .containsExactly("added 3");
  }

  @Test
  void aLaterExportOfAPlaylistIsALaterVersionOfIt() {
    var user = uploads.person();
    uploads.run(user, "road.csv", PLAYLIST);
    uploads.run(
        user, "road.csv", PLAYLIST + "spotify:track:1ccccccccccccccccccccc,Flow,Ines Okafor,\n");
    var versions =
        "SELECT list_key, cardinality(version_ids) FROM history.lists WHERE user_id = '%s' ORDER BY id"
            .formatted(user);
    assertThat(uploads.rows(versions)).hasSize(2);
    assertThat(uploads.rows(versions).getFirst()).endsWith(" 1");
    assertThat(uploads.rows(versions).getLast()).endsWith(" 2");
    assertThat(uploads.rows(versions).getFirst().split(" ")[0])
        .isEqualTo(uploads.rows(versions).getLast().split(" ")[0]);
  }

  @Test
  void progressIsShownWhileTheFileIsRead() {
    var upload = uploads.upload(uploads.person(), "h.json", History.file(History.entries(8_000)));
    List<Long> shown = new ArrayList<>();
    uploads.files.onRead =
        () -> {
          uploads.now = uploads.now.plusMillis(1_100);
          shown.add(uploads.find(upload).bytesRead());
        };
    uploads.deliver(upload, Uploads.PLENTY);
    assertThat(shown).anyMatch(bytes -> bytes > 0 && bytes < uploads.find(upload).sizeBytes());
  }

  @Test
  void aFileThatStopsItsReaderAgainAndAgainIsGivenUp() {
    var upload = uploads.upload(uploads.person(), "h.json", History.file(History.entries(3)));
    uploads.files.onRead =
        () -> {
          throw new Killed();
        };
    for (int i = 0; i < 8; i++) {
      assertThatThrownBy(() -> uploads.deliver(upload, Uploads.PLENTY)).isInstanceOf(Killed.class);
      uploads.now = uploads.now.plus(Duration.ofMinutes(5));
    }
    uploads.deliver(upload, Uploads.PLENTY);
    assertThat(uploads.find(upload).status()).isEqualTo(ImportStatus.FAILED);
    assertThat(uploads.find(upload).problem()).isEqualTo("given_up");
  }

  @Test
  void aFileThatIsGoneIsSaidToBeGone() {
    var upload = uploads.upload(uploads.person(), "h.json", "[]");
    uploads.files.files.remove(upload.key());
    uploads.deliver(upload, Uploads.PLENTY);
    assertThat(uploads.find(upload).problem()).isEqualTo("file_missing");
  }

  /** Dies after so many batches, as a process does: nobody is told. */
  private void killed(Upload upload, int batches) {
    var left = new AtomicInteger(batches);
    TimeLeft time =
        () -> {
          if (left.decrementAndGet() == 0) {
            throw new Killed();
          }
          return Duration.ofMinutes(5);
        };
    assertThatThrownBy(() -> uploads.deliver(upload, time)).isInstanceOf(Killed.class);
  }

  private static byte[] zip(String... namesAndTexts) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
