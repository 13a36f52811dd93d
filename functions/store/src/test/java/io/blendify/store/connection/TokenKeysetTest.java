package io.blendify.store.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TokenKeysetTest {

  private static final byte[] PLACE = "place".getBytes(UTF_8);

  @Test
  void theFirstRotationOnlyAddsAKeyThatWaits() {
    var first = TokenKeyset.fresh();
    var next = first.rotated(Set.of(first.primary()));

    assertThat(next.primary()).isEqualTo(first.primary());
    assertThat(next.hasWaiting()).isTrue();
    assertThat(next.ids()).hasSize(2);
    assertThat(first.hasWaiting()).isFalse();
  }

  @Test
  void whatIsSealedAfterARotationIsOpenedByWhoReadTheKeySetBefore() throws Exception {
    var before = TokenKeyset.fresh().rotated(Set.of());
    for (int n = 0; n < 5; n++) {
      var after = before.rotated(Set.of());
      var sealed = after.seal("token".getBytes(UTF_8), PLACE);

      assertThat(TokenKeyset.keyOf(sealed)).isEqualTo(after.primary());
      assertThat(before.open(sealed, PLACE)).isEqualTo("token".getBytes(UTF_8));
      assertThat(after.primary()).isNotEqualTo(before.primary());
      before = after;
    }
  }

  @Test
  void whatIsStillInUseIsOpenedForEver() {
    var keys = TokenKeyset.fresh();
    var sealed = new ArrayList<byte[]>();
    var used = new TreeSet<Integer>();
    for (int n = 0; n < 6; n++) {
      sealed.add(keys.seal("token".getBytes(UTF_8), PLACE));
      used.add(keys.primary());
      keys = keys.rotated(used);
    }
    for (var one : sealed) {
      var latest = keys;
      assertThatCode(() -> latest.open(one, PLACE)).doesNotThrowAnyException();
    }
  }

  @Test
  void aKeyThatNothingIsSealedWithGoesButNeverTheOneThatSealedUntilNow() {
    var one = TokenKeyset.fresh().rotated(Set.of());
    var two = one.rotated(Set.of());
    assertThat(two.ids()).contains(one.primary()).hasSize(3);

    var three = two.rotated(Set.of(two.primary()));
    assertThat(three.ids()).doesNotContain(one.primary()).contains(two.primary()).hasSize(3);
  }

  @Test
  void itsTextReadsTheSameAndIsNotPrinted() {
    var keys = TokenKeyset.fresh().rotated(Set.of());

    assertThat(TokenKeyset.parse(keys.text()).ids()).isEqualTo(keys.ids());
    assertThat(TokenKeyset.parse(keys.text()).primary()).isEqualTo(keys.primary());
    assertThat(keys.toString()).doesNotContain("value", "AesGcm");
  }
}
