package io.blendify.providers.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.file.FileFormat;
import io.blendify.core.sync.Resource;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpotifyAccountDataTest {

  private static final String STREAMS =
      """
      [
        {"endTime": "2026-02-03 21:07", "artistName": "Ines Okafor", "trackName": "Second Winter", "msPlayed": 201000},
        {"endTime": "2026-02-03 21:08", "artistName": "Ines Okafor", "trackName": "Attic Song", "msPlayed": 1200},
        {"endTime": "2026-02-03 22:00", "podcastName": "Talk", "episodeName": "One", "msPlayed": 990000},
        {"endTime": "2026-02-03 22:10", "artistName": "Unknown Artist", "trackName": "Unknown Track", "msPlayed": 990000}
      ]
      """;

  @Test
  void theWholeZipIsReadAndWhatIsNoListeningIsNamed() {
    var zip =
        Zips.with("Spotify Account Data/YourLibrary.json", Exports.LIBRARY)
            .and("Spotify Account Data/Playlist1.json", Exports.PLAYLISTS)
            .and("Spotify Account Data/StreamingHistory_music_0.json", STREAMS)
            .and("Spotify Account Data/Userdata.json", "{\"username\": \"listener-one\"}")
            .and("Spotify Account Data/Inferences.json", "{\"inferences\": []}");
    var imported = Imported.of(zip.file());
    assertThat(imported.verdict().format()).isEqualTo(FileFormat.SPOTIFY_ACCOUNT_DATA);
    assertThat(imported.taken())
        .isEqualTo(
            Map.of(
                "saved_tracks", 2L,
                "saved_albums", 1L,
                "followed_artists", 1L,
                "playlists", 2L,
                "playlist_tracks", 2L,
                "recently_played", 1L));
    assertThat(imported.skipped("unsupported_entry").count()).isEqualTo(2);
  }

  @Test
  void playsAreToTheMinuteAndKnownByTheirWords() {
    var imported = Imported.text("StreamingHistory0.json", STREAMS);
    assertThat(imported.plays())
        .containsExactly("Second Winter by Ines Okafor at 2026-02-03T21:07:00Z");
    assertThat(imported.skipped("too_short").count()).isEqualTo(1);
    assertThat(imported.skipped("podcast").places())
        .containsExactly("StreamingHistory0.json:4, entry 3");
    assertThat(imported.skipped("no_track").count()).isEqualTo(1);
  }

  @Test
  void theLibraryGivesItsMembersAndNoShows() {
    var imported = Imported.text("YourLibrary.json", Exports.LIBRARY);
    assertThat(imported.sink().members.get(Resource.SAVED_TRACKS))
        .extracting(member -> member.item().key().id())
        .containsExactly("1aaaaaaaaaaaaaaaaaaaaa", "1bbbbbbbbbbbbbbbbbbbbb");
    assertThat(imported.sink().members.get(Resource.SAVED_ALBUMS)).hasSize(1);
    assertThat(imported.sink().members.get(Resource.FOLLOWED_ARTISTS).getFirst().item().name())
        .isEqualTo("Ines Okafor");
    assertThat(imported.skipped("podcast").count()).isEqualTo(1);
  }

  @Test
  void aPlaylistKeepsItsOrderItsDatesAndItsLocalFiles() {
    var playlists = Imported.text("Playlist1.json", Exports.PLAYLISTS).sink().playlists;
    var sunday = playlists.entrySet().iterator().next();
    assertThat(sunday.getKey().description()).isEqualTo("slow ones");
    assertThat(sunday.getKey().trackCount()).isEqualTo(2);
    assertThat(sunday.getValue())
        .extracting(placed -> placed.item().name() + " added " + placed.addedAt())
        .containsExactly(
            "Low Tide added 2025-12-24T00:00:00Z", "Attic Song added 2025-12-26T00:00:00Z");
  }

  @Test
  void twoPlaylistsOfOneNameStayTwoAndKeepTheirIdentityLater() {
    var first =
        new ArrayList<>(Imported.text("a.json", Exports.PLAYLISTS).sink().playlists.keySet());
    var later =
        Imported.text(
            "b.json", Exports.PLAYLISTS.replace("2026-03-01", "2026-09-01").replace("195", "196"));
    assertThat(first.get(0).key()).isNotEqualTo(first.get(1).key());
    assertThat(later.sink().playlists.keySet())
        .extracting(head -> head.key())
        .containsExactly(first.get(0).key(), first.get(1).key());
  }
}
