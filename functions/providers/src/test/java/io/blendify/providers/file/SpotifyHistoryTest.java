package io.blendify.providers.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.file.FileFormat;
import io.blendify.core.history.Observation.Played;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpotifyHistoryTest {

  private static final String PLAY =
      Exports.entry("2024-05-01T10:00:00Z", 181_000, "Low Tide", "1aaaaaaaaaaaaaaaaaaaaa");

  private static final String OTHER =
      Exports.entry("2024-05-02T10:00:00Z", 200_000, "Ebb", "1bbbbbbbbbbbbbbbbbbbbb");

  @Test
  void aPlayKeepsItsTrackItsEndAndItsLength() {
    var imported = Imported.text("Streaming_History_Audio_2024.json", Exports.history(PLAY));
    assertThat(imported.verdict().format()).isEqualTo(FileFormat.SPOTIFY_EXTENDED_HISTORY);
    assertThat(imported.taken()).isEqualTo(Map.of("recently_played", 1L));
    assertThat(imported.plays())
        .containsExactly("Low Tide by The Paper Lanterns at 2024-05-01T10:00:00Z");
    var play = imported.sink().plays.getFirst();
    assertThat(play.msPlayed()).isEqualTo(181_000);
    assertThat(play.device()).isEqualTo("ios");
    assertThat(play.track().key().toString()).contains("spotify", "TRACK");
    assertThat(play.track().key().id()).isEqualTo("1aaaaaaaaaaaaaaaaaaaaa");
    assertThat(play.track().albumName()).isEqualTo("Harbour");
  }

  @Test
  void aPlayStaysWhateverItsDeviceIs() {
    var plays =
        Imported.text(
                "h.json",
                Exports.history(
                    PLAY.replace("\"ios\"", "null"),
                    OTHER.replace("\"ios\"", "{\"os\": 7}"),
                    PLAY.replace("ios", "x".repeat(201)).replace("05-01", "05-03"),
                    OTHER.replace("ios", " android_tv ").replace("05-02", "05-04")))
            .sink()
            .plays;
    assertThat(plays.stream().map(Played::device)).containsExactly(null, null, null, "android_tv");
  }

  @Test
  void theSameTrackPlayedTwiceIsOneDescriptionWithoutTimeOrDevice() {
    var again = Exports.entry("2024-06-01T10:00:00Z", 90_000, "Low Tide", "1aaaaaaaaaaaaaaaaaaaaa");
    var plays = Imported.text("x.json", Exports.history(PLAY, again)).sink().plays;
    var metadata = plays.getFirst().track().metadata();
    assertThat(plays.getLast().track().metadata()).isEqualTo(metadata);
    assertThat(metadata.json())
        .contains("master_metadata_album_album_name", "Harbour")
        .doesNotContain("ms_played", "192.0.2.1", "platform");
  }

  @Test
  void aZipOfSeveralFilesIsReadWholeAndItsPdfPassedOver() {
    var zip =
        Zips.with("My Spotify Data/ReadMeFirst.pdf", "%PDF-1.7 \u0000\u0001")
            .and("My Spotify Data/Streaming_History_Audio_2023_1.json", Exports.history(PLAY))
            .and("My Spotify Data/endsong_0.json", Exports.history(OTHER))
            .and("__MACOSX/._endsong_0.json", "\u0000\u0005\u0016\u0007");
    var imported = Imported.of(zip.file());
    assertThat(imported.plays()).hasSize(2);
    assertThat(imported.skipped("unsupported_entry").places())
        .containsExactly("My Spotify Data/ReadMeFirst.pdf");
  }

  @Test
  void whatIsNoPlayOfATrackIsSkippedWithItsReasonAndPlace() {
    var imported =
        Imported.text(
            "h.json",
            Exports.history(
                PLAY.replace("\"episode_name\": null", "\"episode_name\": \"One\""),
                PLAY.replace("\"offline\"", "\"audiobook_title\": \"A Book\", \"offline\""),
                PLAY.replace("181000", "29999"),
                PLAY.replace("181000", "30000"),
                PLAY.replace("\"incognito_mode\": false", "\"incognito_mode\": true"),
                PLAY.replace("\"Low Tide\"", "null"),
                PLAY.replace("2024-05-01T10:00:00Z", "yesterday")));
    assertThat(imported.plays()).hasSize(1);
    for (var reason :
        new String[] {"podcast", "audiobook", "too_short", "private_session", "no_track"}) {
      assertThat(imported.skipped(reason).count()).as(reason).isEqualTo(1);
    }
    assertThat(imported.skipped("podcast").places()).containsExactly("h.json:1, entry 1");
    assertThat(imported.skipped("audiobook").places().getFirst()).endsWith(", entry 2");
    assertThat(imported.skipped("unreadable").places().getFirst()).endsWith(", entry 7");
  }

  @Test
  void aTrackWithoutAnIdIsKnownByItsWords() {
    var without = PLAY.replace("\"spotify:track:1aaaaaaaaaaaaaaaaaaaaa\"", "null");
    var shouted =
        without.replace("Low Tide", "LOW  TIDE").replace("2024-05-01T10", "2024-05-01T11");
    var plays = Imported.text("h.json", Exports.history(without, shouted)).sink().plays;
    assertThat(plays.getFirst().track().key().provider().value()).isEqualTo("file");
    assertThat(plays.getLast().track().key()).isEqualTo(plays.getFirst().track().key());
  }

  @Test
  void brokenEntriesAreSkippedWithTheirLinesAndAllOthersRead() {
    var text =
        """
        [
        {"ts": "2024-05-01T10:00:00Z", "ms_played": 60000, "master_metadata_track_name": "One"},
        {"ts": "2024-05-02T10:00:00Z", "ms_played": sixty, "master_metadata_track_name": "Two"},
        {"ts": "2024-05-03T10:00:00Z", "ms_played": 60000, "master_metadata_track_name": "Three
        "},
        {"ts": "2024-05-05T10:00:00Z", "ms_played": 60000, "master_metadata_track_name": "Five",
        {"ts": "2024-05-06T10:00:00Z", "ms_played": 60000, "master_metadata_track_name": "Six"},
        "text",
        null,
        {"ts": "2024-05-07T10:00:00Z", "ms_played": 60000, "master_metadata_track_name": "Seven"}
        ]
        """;
    var imported = Imported.text("h.json", text);
    assertThat(imported.sink().plays.stream().map(play -> play.track().name()))
        .containsExactly("One", "Six", "Seven");
    assertThat(imported.skipped("unreadable").places())
        .containsExactly(
            "h.json:3, entry 2",
            "h.json:4, entry 3",
            "h.json:6, entry 4",
            "h.json:8, entry 6",
            "h.json:9, entry 7");
  }

  @Test
  void whatPostgresCannotKeepIsUnreadable() {
    var imported =
        Imported.text(
            "h.json",
            Exports.history(
                PLAY.replace("Low Tide", "Low\\u0000Tide"),
                PLAY.replace("Low Tide", "Low\\ud800Tide"),
                PLAY.replace("Low Tide", "x".repeat(2001)),
                PLAY.replace("Low Tide", "Low \\ud83c\\udf0a Tide")));
    assertThat(imported.skipped("unreadable").count()).isEqualTo(3);
    assertThat(imported.sink().plays.getFirst().track().name()).isEqualTo("Low 🌊 Tide");
  }

  @Test
  void countsAreExactWherePlacesEnd() {
    var entries = new String[250];
    java.util.Arrays.fill(entries, PLAY.replace("181000", "5"));
    var skipped = Imported.text("h.json", Exports.history(entries)).skipped("too_short");
    assertThat(skipped.count()).isEqualTo(250);
    assertThat(skipped.places()).hasSize(100);
  }

  @Test
  void aByteOrderMarkIsNoFault() {
    var imported = Imported.text("h.json", "\uFEFF" + Exports.history(PLAY));
    assertThat(imported.plays()).hasSize(1);
  }
}
