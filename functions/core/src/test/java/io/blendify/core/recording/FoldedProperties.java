package io.blendify.core.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class FoldedProperties {

  @Property
  void foldingWhatIsFoldedChangesNothing(@ForAll @StringLength(max = 40) String text) {
    assertThat(Folded.of(Folded.of(text))).isEqualTo(Folded.of(text));
  }

  @Property
  void theFormOfNormalisationDoesNotCount(@ForAll @StringLength(max = 40) String text) {
    assertThat(Folded.of(Normalizer.normalize(text, Normalizer.Form.NFD)))
        .isEqualTo(Folded.of(Normalizer.normalize(text, Normalizer.Form.NFC)));
  }

  @Example
  void caseAccentsAndPunctuationDoNotCount() {
    assertThat(Folded.of("  BEYONCÉ ")).isEqualTo("beyonce");
    assertThat(Folded.of("Sigur Rós")).isEqualTo("sigur ros");
    assertThat(Folded.of("Mötley-Crüe")).isEqualTo("motley crue");
    assertThat(Folded.of("Simon & Garfunkel")).isEqualTo(Folded.of("Simon and Garfunkel"));
    assertThat(Folded.of("ＡＢＢＡ")).isEqualTo("abba");
    assertThat(Folded.of("$\u0300")).isEqualTo("s");
    assertThat(Folded.of("Ke$ha".toUpperCase(Locale.ROOT))).isEqualTo("kesha");
  }

  @Example
  void otherScriptsKeepTheirMarks() {
    assertThat(Folded.of("が")).isNotEqualTo(Folded.of("か"));
    assertThat(Folded.of("हिन्दी")).isNotEqualTo(Folded.of("हनद"));
  }

  @Example
  void namesOfPunctuationStayApart() {
    assertThat(Folded.of("!!!")).isEqualTo("!!!");
    assertThat(Folded.of("†††")).isNotEqualTo(Folded.of("!!!"));
  }
}
