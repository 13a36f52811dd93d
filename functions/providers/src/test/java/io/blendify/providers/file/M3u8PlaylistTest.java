package io.blendify.providers.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.item.Track;
import org.junit.jupiter.api.Test;

class M3u8PlaylistTest {

  private static final String TEXT =
      """
      #EXTM3U
      #PLAYLIST:Kitchen Säntis
      #EXTALB:Harbour
      #EXTINF:181 tvg-id="x",The Paper Lanterns - Low Tide
      /music/harbour/01.flac
      #EXTINF:-1,Ines Okafor - Second Winter - Live
      https://open.spotify.com/track/1aaaaaaaaaaaaaaaaaaaaa?si=1

      C:\\music\\Ines Okafor - Ebb.mp3
      /music/03.mp3
      #EXTINF:nonsense
      """;

  @Test
  void namesLengthsAndLinksAreRead() {
    var playlist = Imported.text("mix.m3u8", TEXT).sink().playlists.entrySet().iterator().next();
    assertThat(playlist.getKey().name()).isEqualTo("Kitchen Säntis");
    var tracks = playlist.getValue().stream().map(placed -> (Track) placed.item()).toList();
    assertThat(tracks)
        .extracting(track -> track.artistName() + ": " + track.name())
        .containsExactly(
            "The Paper Lanterns: Low Tide",
            "Ines Okafor: Second Winter - Live",
            "Ines Okafor: Ebb");
    assertThat(tracks.getFirst().durationMs()).isEqualTo(181_000);
    assertThat(tracks.get(1).key().provider()).isEqualTo(SpotifyUri.SPOTIFY);
    assertThat(tracks.getFirst().metadata().json()).doesNotContain("/music");
  }

  @Test
  void whatNamesNoTrackIsSkippedWithItsLine() {
    var imported = Imported.text("mix.m3u8", TEXT);
    assertThat(imported.skipped("no_track").places()).containsExactly("mix.m3u8:10");
    assertThat(imported.skipped("unreadable").places()).containsExactly("mix.m3u8:11");
  }

  @Test
  void withoutAGivenNameTheFilesNameIsThePlaylists() {
    var imported = Imported.text("late night.m3u8", "#EXTM3U\n#EXTINF:1,A - B\nx.mp3\n");
    assertThat(imported.sink().playlists.keySet().iterator().next().name()).isEqualTo("late night");
  }

  @Test
  void aStreamOfSegmentsIsNoPlaylistOfTracks() {
    var stream = "#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:6.0,\nsegment0.ts\n";
    assertThat(Imported.problem(MemoryFile.text("live.m3u8", stream))).isEqualTo("unknown_format");
  }
}
