package io.blendify.api.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SessionKeys;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorsTest {
  final Cursors cursors =
      new Cursors(SessionKeys.of("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="));

  @Test
  void aCursorLeadsBackToItsPlace() {
    var place = List.of("2026-03-01T12:00:00Z", "", "ünïcode");
    assertThat(cursors.decode("mine", cursors.encode("mine", place))).isEqualTo(place);
  }

  @Test
  void noCursorIsTheFirstPage() {
    assertThat(cursors.decode("mine", null)).isNull();
  }

  @Test
  void aCursorOfAnotherListingIsRefused() {
    var cursor = cursors.encode("mine", List.of("1"));
    assertThatThrownBy(() -> cursors.decode("yours", cursor)).isInstanceOf(ProblemException.class);
  }

  @Test
  void aCursorThatWasChangedIsRefused() {
    var cursor = cursors.encode("mine", List.of("1"));
    for (var bad :
        List.of("", "x", cursor + "A", "A" + cursor.substring(1), "%%%", "a".repeat(5000))) {
      assertThatThrownBy(() -> cursors.decode("mine", bad))
          .as(bad)
          .isInstanceOf(ProblemException.class);
    }
  }
}
