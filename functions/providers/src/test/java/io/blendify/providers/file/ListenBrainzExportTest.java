package io.blendify.providers.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.file.FileFormat;
import io.blendify.core.sync.Resource;
import org.junit.jupiter.api.Test;

class ListenBrainzExportTest {

  private static final String MBID = "0aaaaaaa-0000-4000-8000-000000000001";

  private static final String LISTENS =
      """
      {"listened_at": 1714557600, "inserted_at": 1714557700.5, "track_metadata": {"track_name": "Low Tide", "artist_name": "The Paper Lanterns", "release_name": "Harbour", "recording_msid": "aaaaaaaa-0000-4000-8000-000000000001", "mbid_mapping": {"recording_mbid": "0bbbbbbb-0000-4000-8000-000000000002"}, "additional_info": {"submission_client": "a player", "duration_ms": 181000, "isrc": "XXABC1900001"}}}
      {"listened_at": 1714557900, "track_metadata": {"track_name": "Second Winter", "artist_name": "Ines Okafor", "recording_msid": "aaaaaaaa-0000-4000-8000-000000000002", "mbid_mapping": null, "additional_info": {"recording_mbid": "0aaaaaaa-0000-4000-8000-000000000001", "duration": 200}}}
      not json
      {"listened_at": 1714558200, "track_metadata": {"track_name": "Ebb", "artist_name": "Ines Okafor", "recording_msid": "aaaaaaaa-0000-4000-8000-000000000003", "additional_info": {"spotify_id": "https://open.spotify.com/track/1aaaaaaaaaaaaaaaaaaaaa"}}}
      {"listened_at": null, "track_metadata": {"track_name": "When", "artist_name": "Ines Okafor"}}
      """;

  private static final String FEEDBACK =
      """
      {"recording_msid": "aaaaaaaa-0000-4000-8000-000000000002", "recording_mbid": null, "score": 1, "created": 1714560000}
      {"recording_msid": "aaaaaaaa-0000-4000-8000-000000000003", "recording_mbid": null, "score": -1, "created": 1714560001}
      {"recording_msid": "aaaaaaaa-0000-4000-8000-00000000dead", "recording_mbid": null, "score": 1, "created": 1714560002}
      """;

  private static Zips export() {
    return Zips.with("user.json", "{\"user_id\": 7, \"username\": \"listener-one\"}\n")
        .and("listens/2024/5.jsonl", LISTENS)
        .and("feedback.jsonl", FEEDBACK)
        .and("pinned_recording.jsonl", "{\"blurb_content\": \"!\", \"recording_msid\": \"x\"}\n");
  }

  @Test
  void listensAreReadAndBadLinesNamed() {
    var imported = Imported.of(export().file());
    assertThat(imported.verdict().format()).isEqualTo(FileFormat.LISTENBRAINZ);
    assertThat(imported.plays())
        .containsExactly(
            "Low Tide by The Paper Lanterns at 2024-05-01T10:00:00Z",
            "Second Winter by Ines Okafor at 2024-05-01T10:05:00Z",
            "Ebb by Ines Okafor at 2024-05-01T10:10:00Z");
    assertThat(imported.skipped("unreadable").places())
        .containsExactly("listens/2024/5.jsonl:3", "listens/2024/5.jsonl:5");
    assertThat(imported.skipped("unsupported_entry").places())
        .containsExactly("user.json", "pinned_recording.jsonl");
  }

  @Test
  void whatWasSubmittedIsTheIdentityAndWhatWasGuessedIsNot() {
    var plays = Imported.of(export().file()).sink().plays;
    assertThat(plays.get(0).track().key().id()).doesNotContain("mbid");
    assertThat(plays.get(0).track().durationMs()).isEqualTo(181_000);
    assertThat(plays.get(0).track().metadata().json())
        .contains("mbid_mapping")
        .doesNotContain("a player", "listened_at");
    assertThat(plays.get(1).track().key().id()).isEqualTo("mbid:" + MBID);
    assertThat(plays.get(1).track().durationMs()).isEqualTo(200_000);
    assertThat(plays.get(2).track().key().provider()).isEqualTo(SpotifyUri.SPOTIFY);
  }

  @Test
  void lovedRecordingsAreSavedOnceTheListensTellTheirNames() {
    var imported = Imported.of(export().file());
    var saved = imported.sink().members.get(Resource.SAVED_TRACKS);
    assertThat(saved)
        .extracting(member -> member.item().name() + " since " + member.since())
        .containsExactly("Second Winter since 2024-05-01T10:40:00Z");
    assertThat(imported.taken()).containsEntry("saved_tracks", 1L);
    assertThat(imported.skipped("no_track").places()).containsExactly("feedback.jsonl:3");
  }

  @Test
  void anOlderExportIsOneArray() {
    var lines = LISTENS.lines().filter(line -> line.startsWith("{")).toList();
    var imported =
        Imported.text("listener-one_lb-2022-01-01.json", "[" + String.join(",", lines) + "]");
    assertThat(imported.plays()).hasSize(3);
    assertThat(imported.skipped("unreadable").count()).isEqualTo(1);
  }
}
