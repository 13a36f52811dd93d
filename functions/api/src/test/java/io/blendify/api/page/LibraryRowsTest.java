package io.blendify.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.page.LibraryPage.Row;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LibraryRowsTest {

  @Test
  void placesThatNothingTakesAnyMoreAreTold() {
    var rows = LibraryRows.withGaps(placed(1, 2, 4, 8));
    assertThat(rows).extracting(Row::place).containsExactly(1, 2, 3, 4, 5, 8);
    assertThat(rows)
        .extracting(Row::isGone)
        .containsExactly(false, false, true, false, true, false);
    assertThat(rows.get(2).name()).isEqualTo("No longer available");
    assertThat(rows.get(4).name()).isEqualTo("No longer available: places 5 to 7");
  }

  @Test
  void aLaterPageAndRanksOfTwoProvidersHaveNoGaps() {
    assertThat(LibraryRows.withGaps(placed(51, 52))).hasSize(2);
    assertThat(LibraryRows.withGaps(placed(1, 1, 2, 2, 3))).hasSize(5);
    assertThat(LibraryRows.withGaps(List.of())).isEmpty();
  }

  private static List<Row> placed(int... places) {
    return IntStream.of(places)
        .mapToObj(
            place -> new Row(place, Tile.of("x", null), "x", null, null, null, "", null, false))
        .toList();
  }
}
