package io.blendify.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  @Test
  void aSingleKeySignsOnWhileTheFirstNewOneWaits() {
    var ring = KeyRing.parse(text(1)).rotated(key(2));

    assertThat(ring.keys()).containsExactly(key(1), key(2));
  }

  @Test
  void aKeyWaitsOneRotationSignsForOneAndIsBelievedForOneMore() {
    var ring = KeyRing.parse(text(1)).rotated(key(2)).rotated(key(3));
    assertThat(ring.keys()).containsExactly(key(2), key(3), key(1));

    assertThat(ring.rotated(key(4)).keys()).containsExactly(key(3), key(4), key(2));
  }

  @Test
  void whoeverReadTheRingBeforeKnowsTheKeyThatSignsAfterwards() {
    var before = KeyRing.parse(text(1)).rotated(key(2));
    for (int n = 3; n < 10; n++) {
      var after = before.rotated(key(n));
      assertThat(before.keys()).contains(after.keys().getFirst());
      assertThat(after.keys()).contains(before.keys().getFirst());
      before = after;
    }
  }

  @Test
  void itsTextReadsTheSame() {
    var ring = KeyRing.parse(text(1)).rotated(key(2)).rotated(key(3));

    assertThat(KeyRing.parse(ring.text()).keys()).containsExactlyElementsOf(ring.keys());
    assertThat(ring.toString()).doesNotContain(text(1));
  }

  @Test
  void aShortOrUnreadableKeyIsRefusedAndNotQuoted() {
    for (var bad : new String[] {"", " ", "hunter2", "aHVudGVyMg==", text(1) + " aHVudGVyMg=="}) {
      assertThatThrownBy(() -> KeyRing.parse(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("at least 32 bytes")
          .hasMessageNotContaining("hunter2")
          .hasMessageNotContaining("aHVudGVyMg");
    }
  }

  private static byte[] key(int n) {
    var key = new byte[32];
    Arrays.fill(key, (byte) n);
    return key;
  }

  private static String text(int n) {
    return Base64.getEncoder().encodeToString(key(n));
  }
}
