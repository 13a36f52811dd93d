package io.blendify.core.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Heroes|heroes|",
        "Heroes - 2017 Remaster|heroes|",
        "Heroes (Remastered 2017)|heroes|",
        "Heroes [Deluxe Edition]|heroes|",
        "Heroes (Single Version) - 2002 Remaster|heroes|",
        "Heroes - Live at Wembley|heroes|live at wembley",
        "Heroes (Live) [2005 Remastered]|heroes|live",
        "Heroes - Live / Remastered|heroes|live",
        "Heroes (Four Tet Remix)|heroes|four tet remix",
        "Heroes (Acoustic Version)|heroes|acoustic",
        "Heroes - Radio Edit|heroes|radio edit",
        "Heroes (Original Mix)|heroes|",
        "Heroes (Taylor's Version)|heroes|taylors",
        "Heroes (Instrumental)|heroes|instrumental",
        "(I Can't Get No) Satisfaction|i cant get no satisfaction|",
        "Live and Let Die|live and let die|",
        "Song 2|song 2|",
        "Shine On - Part Two|shine on part two|",
        "Skyfall (From the Motion Picture)|skyfall|",
        "Björk’s Café|bjorks cafe|",
        "Live|live|",
        "(Live)|live|",
        "1999|1999|",
      })
  void aTitleHasACoreAndAnEdition(String text, String core, String edition) {
    var title = Title.of(text);
    assertThat(title.core()).isEqualTo(core);
    assertThat(title.edition()).isEqualTo(edition == null ? "" : edition);
  }

  @Test
  void guestsAreNamedInBracketsAndWithout() {
    assertThat(Title.of("Song (feat. Ann & Ben)").guests()).containsExactly("ann", "ben");
    assertThat(Title.of("Song ft. Ann").guests()).containsExactly("ann");
    assertThat(Title.of("Song [with Ann]").guests()).containsExactly("ann");
    assertThat(Title.of("Song (feat. Ann) - Live"))
        .isEqualTo(new Title("song", "live", List.of("ann")));
  }
}
