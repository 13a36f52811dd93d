package io.blendify.providers.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.file.FileFormat;
import io.blendify.core.history.Observation.Placed;
import io.blendify.core.item.Credit;
import io.blendify.core.item.Track;
import org.junit.jupiter.api.Test;

class ExportifyCsvTest {

  private static final String FIRST_GENERATION =
      """
      "Spotify URI","Track Name","Artist Name","Album Name","Disc Number","Track Number","Track Duration (ms)","Added By","Added At"
      "spotify:track:1aaaaaaaaaaaaaaaaaaaaa","Low Tide","The Paper Lanterns","Harbour","1","3","181000","spotify:user:listener-one","2018-12-23T10:12:16Z"
      """;

  private static final String SECOND_GENERATION =
      """
      "Track URI","Track Name","Artist URI(s)","Artist Name(s)","Album URI","Album Name","Album Artist URI(s)","Album Artist Name(s)","Album Release Date","Album Image URL","Disc Number","Track Number","Track Duration (ms)","Track Preview URL","Explicit","Popularity","ISRC","Added By","Added At"
      "spotify:track:1aaaaaaaaaaaaaaaaaaaaa","Low ""Ebb"" Tide","spotify:artist:4aaaaaaaaaaaaaaaaaaaaa","Salt, Sons","spotify:album:2aaaaaaaaaaaaaaaaaaaaa","Harbour","","","2019","","1","3","181000","","false","41","xxabc1900001","spotify:user:listener-one","2020-01-02T03:04:05Z"
      "spotify:track:1bbbbbbbbbbbbbbbbbbbbb","Duet","spotify:artist:4aaaaaaaaaaaaaaaaaaaaa,spotify:artist:4bbbbbbbbbbbbbbbbbbbbb","Ines Okafor, The Paper Lanterns","spotify:album:2aaaaaaaaaaaaaaaaaaaaa","Harbour","","","2019","","1","4","182000","","false","40","","","2020-01-02T03:04:06Z"
      """;

  private static final String THIRD_GENERATION =
      """
      Track URI,Track Name,Album Name,Artist Name(s),Release Date,Duration (ms),Popularity,Explicit,Added By,Added At,Genres,Record Label,Danceability
      spotify:track:1aaaaaaaaaaaaaaaaaaaaa,Low Tide,Harbour,Ines Okafor;The Paper Lanterns,2019,181000,41,false,listener-one,2020-01-02T03:04:05Z,"folk, slowcore",Nobody,0.4
      spotify:episode:5aaaaaaaaaaaaaaaaaaaaa,Talk,,,,,,,,,,,
      spotify:track:1bbbbbbbbbbbbbbbbbbbbb,Too,few
      ,Old Tape,,Nobody Known,,,,,,,,,
      """;

  @Test
  void everyGenerationOfHeadersIsRead() {
    for (var text : new String[] {FIRST_GENERATION, SECOND_GENERATION, THIRD_GENERATION}) {
      var imported = Imported.text("road_trip.csv", text);
      assertThat(imported.verdict().format()).isEqualTo(FileFormat.EXPORTIFY_CSV);
      var playlist = imported.sink().playlists.entrySet().iterator().next();
      assertThat(playlist.getKey().name()).isEqualTo("road_trip");
      var first = playlist.getValue().getFirst();
      assertThat(first.item().key().id()).isEqualTo("1aaaaaaaaaaaaaaaaaaaaa");
      assertThat(first.addedBy()).isEqualTo("listener-one");
      assertThat(first.addedAt()).isNotNull();
      assertThat(track(first).durationMs()).isEqualTo(181_000);
    }
  }

  @Test
  void aCommaInANameIsNoSecondArtistWhereThereIsOneUri() {
    var places =
        Imported.text("p.csv", SECOND_GENERATION).sink().playlists.values().iterator().next();
    assertThat(track(places.get(0)).artists())
        .containsExactly(new Credit("4aaaaaaaaaaaaaaaaaaaaa", "Salt, Sons"));
    assertThat(track(places.get(1)).artists())
        .extracting(Credit::name)
        .containsExactly("Ines Okafor", "The Paper Lanterns");
    assertThat(track(places.get(0)).name()).isEqualTo("Low \"Ebb\" Tide");
    assertThat(String.valueOf(track(places.get(0)).isrc())).isEqualTo("XXABC1900001");
    assertThat(track(places.get(0)).metadata().popularity()).isEqualTo(41);
  }

  @Test
  void rowsThatCannotBeReadAreSkippedWithTheirLines() {
    var imported = Imported.text("p.csv", THIRD_GENERATION);
    assertThat(imported.skipped("podcast").places()).containsExactly("p.csv:3");
    assertThat(imported.skipped("unreadable").places()).containsExactly("p.csv:4");
    var places = imported.sink().playlists.values().iterator().next();
    assertThat(places).hasSize(2);
    assertThat(places.getLast().item().key().provider().value()).isEqualTo("file");
  }

  @Test
  void popularityMakesNoOtherDescription() {
    var later = SECOND_GENERATION.replace("\"41\"", "\"62\"");
    var one = Imported.text("p.csv", SECOND_GENERATION).sink().playlists.values().iterator().next();
    var two = Imported.text("p.csv", later).sink().playlists.values().iterator().next();
    assertThat(two.getFirst().item().metadata().hash())
        .isEqualTo(one.getFirst().item().metadata().hash());
  }

  @Test
  void aZipOfAllPlaylistsGivesEachOfThem() {
    var zip = Zips.with("sunday.csv", SECOND_GENERATION).and("monday.csv", FIRST_GENERATION);
    assertThat(Imported.of(zip.file()).sink().playlists.keySet())
        .extracting(head -> head.name())
        .containsExactly("sunday", "monday");
  }

  @Test
  void placesBeyondFiftyThousandAreSkipped() {
    var text = new StringBuilder("Track URI,Track Name\n");
    for (int i = 0; i < 50_003; i++) {
      text.append("spotify:track:").append(i).append(",Song ").append(i).append('\n');
    }
    var imported = Imported.text("long.csv", text.toString());
    assertThat(imported.taken()).containsEntry("playlist_tracks", 50_000L);
    assertThat(imported.skipped("too_long").places()).startsWith("long.csv:50002").hasSize(3);
  }

  private static Track track(Placed placed) {
    return (Track) placed.item();
  }
}
