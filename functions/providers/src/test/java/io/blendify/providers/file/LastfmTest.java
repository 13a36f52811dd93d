package io.blendify.providers.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.file.FileFormat;
import org.junit.jupiter.api.Test;

class LastfmTest {

  private static final String BARE =
      """
      The Paper Lanterns,Harbour,Low Tide,
      The Paper Lanterns,Harbour,"Low, Low Tide",01 May 2024 10:00
      Ines Okafor,,Second Winter,01 May 2024 10:05
      Ines Okafor,Salt,Ebb,01 Jan 1970 00:00
      Ines Okafor,Salt,,01 May 2024 10:10
      """;

  private static final String WITH_HEADER =
      """
      uts,utc_time,artist,artist_mbid,album,album_mbid,track,track_mbid
      "1714557600","01 May 2024, 10:00","The Paper Lanterns","","Harbour","","Low, Low Tide",""
      "1714557900","01 May 2024, 10:05","Ines Okafor","","","","Second Winter","0aaaaaaa-0000-4000-8000-000000000001"
      """;

  private static final String PAGES =
      """
      [
       {"track": [
         {"artist": {"mbid": "", "#text": "The Paper Lanterns"}, "album": {"mbid": "", "#text": "Harbour"}, "name": "Now", "mbid": "", "@attr": {"nowplaying": "true"}, "url": "https://example.net/now"},
         {"artist": {"mbid": "", "#text": "The Paper Lanterns"}, "album": {"mbid": "", "#text": "Harbour"}, "name": "Low, Low Tide", "mbid": "", "date": {"uts": "1714557600", "#text": "01 May 2024, 10:00"}}],
        "@attr": {"user": "listener-one", "page": "1"}},
       {"recenttracks": {"track": [
         {"artist": {"name": "Ines Okafor"}, "album": {"#text": ""}, "name": "Second Winter", "date": {"uts": "1714557900"}}]}}
      ]
      """;

  private static final String[] EXPECTED = {
    "Low, Low Tide by The Paper Lanterns at 2024-05-01T10:00:00Z",
    "Second Winter by Ines Okafor at 2024-05-01T10:05:00Z"
  };

  @Test
  void fourBareColumnsAreRead() {
    var imported = Imported.text("scrobbles.csv", BARE);
    assertThat(imported.verdict().format()).isEqualTo(FileFormat.LASTFM_CSV);
    assertThat(imported.plays()).containsExactly(EXPECTED);
    assertThat(imported.skipped("no_time").places()).containsExactly("scrobbles.csv:1");
    assertThat(imported.skipped("unreadable").places()).containsExactly("scrobbles.csv:4");
    assertThat(imported.skipped("no_track").places()).containsExactly("scrobbles.csv:5");
  }

  @Test
  void aHeaderInAnyOfTheUsualWordsIsRead() {
    assertThat(Imported.text("recenttracks.csv", WITH_HEADER).plays()).containsExactly(EXPECTED);
    var semicolons =
        """
        Artist;Album;Song;Date
        The Paper Lanterns;Harbour;Low, Low Tide;2024-05-01T10:00:00Z
        Ines Okafor;;Second Winter;2024-05-01 10:05
        """;
    assertThat(Imported.text("s.csv", semicolons).plays()).containsExactly(EXPECTED);
    var milliseconds = "artist\ttrack\ttimestamp\nInes Okafor\tSecond Winter\t1714557900000\n";
    assertThat(Imported.text("s.tsv", milliseconds).plays()).containsExactly(EXPECTED[1]);
  }

  @Test
  void pagesOfTheApiAreReadWithoutWhatIsPlaying() {
    var imported = Imported.text("scrobbles.json", PAGES);
    assertThat(imported.verdict().format()).isEqualTo(FileFormat.LASTFM_JSON);
    assertThat(imported.plays()).containsExactly(EXPECTED);
    assertThat(imported.skipped("no_time").places())
        .containsExactly("scrobbles.json:2, entry 1, item 1");
  }

  @Test
  void onePageAndAFlatArrayAreReadToo() {
    var page =
        """
        {"recenttracks": {"@attr": {"page": "1"}, "track": [
          {"artist": {"#text": "The Paper Lanterns"}, "album": {"#text": "Harbour"}, "name": "Low, Low Tide", "date": {"uts": "1714557600"}},
          {"artist": {"#text": "Ines Okafor"}, "album": {"#text": ""}, "name": "Second Winter", "date": {"uts": "1714557900"}}]}}
        """;
    assertThat(Imported.text("page.json", page).plays()).containsExactly(EXPECTED);
    var flat =
        """
        [{"artist": "The Paper Lanterns", "album": "Harbour", "track": "Low, Low Tide", "uts": 1714557600},
         {"artist": "Ines Okafor", "album": "", "track": "Second Winter", "uts": 1714557900}]
        """;
    assertThat(Imported.text("flat.json", flat).plays()).containsExactly(EXPECTED);
  }

  @Test
  void theSameScrobbleIsTheSamePlayInEveryFormat() {
    var fromRows = Imported.text("a.csv", WITH_HEADER).sink().plays;
    var fromPages = Imported.text("b.json", PAGES).sink().plays;
    for (int i = 0; i < 2; i++) {
      assertThat(fromPages.get(i).track().key()).isEqualTo(fromRows.get(i).track().key());
      assertThat(fromPages.get(i).playedAt()).isEqualTo(fromRows.get(i).playedAt());
    }
  }

  @Test
  void aQuotationMarkThatIsNeverClosedCostsItsRowAndNotTheMemory() {
    var imported = Imported.text("a.csv", WITH_HEADER + "\"1714557900,never,closed\n");
    assertThat(imported.plays()).containsExactly(EXPECTED);
    assertThat(imported.skipped("unreadable").places()).containsExactly("a.csv:4");
    var small = new FileLimits(1L << 30, 8L << 30, 4L << 30, 5_000, 200, 1_000);
    var endless = MemoryFile.text("a.csv", WITH_HEADER + "\"" + "x\n".repeat(1_000));
    assertThat(Imported.problem(endless, small)).isEqualTo("damaged");
  }
}
