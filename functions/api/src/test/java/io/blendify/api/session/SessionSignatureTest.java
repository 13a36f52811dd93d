package io.blendify.api.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.blendify.core.secret.KeyRing;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Sessions and cursors while their keys are rotated. */
class SessionSignatureTest {

  private final KeyRing first = KeyRing.parse(key(1));
  private final KeyRing second = first.rotated(bytes(2));
  private final KeyRing third = second.rotated(bytes(3));
  private final KeyRing fourth = third.rotated(bytes(4));

  @Test
  void aSessionOutlivesOneRotationAfterItsKeySigned() throws Exception {
    var token = sign(second);

    assertThat(verified(first, token)).isTrue();
    assertThat(verified(third, token)).isTrue();
    assertThat(verified(fourth, token)).isFalse();
  }

  @Test
  void aSessionOfTheNewKeyIsBelievedByWhoHasNotReadItYet() throws Exception {
    assertThat(verified(second, sign(third))).isTrue();
    assertThat(verified(third, sign(fourth))).isTrue();
  }

  @Test
  void aForeignKeyIsNeverBelieved() throws Exception {
    var foreign = sign(KeyRing.parse(key(9)));
    for (var ring : new KeyRing[] {first, second, third, fourth}) {
      assertThat(verified(ring, foreign)).isFalse();
    }
  }

  @Test
  void aCursorOutlivesARotationToo() {
    var message = "place".getBytes(UTF_8);
    var mac = Arrays.copyOf(SessionKey.of(second.text()).mac("cursor", message), 16);

    assertThat(SessionKey.of(third.text()).made(mac, "cursor", message)).isTrue();
    assertThat(SessionKey.of(third.text()).made(mac, "other", message)).isFalse();
    assertThat(SessionKey.of(fourth.text()).made(mac, "cursor", message)).isFalse();
  }

  @Test
  void aMacOfNothingProvesNothing() {
    assertThatThrownBy(() -> SessionKey.of(key(1)).made(new byte[0], "cursor", new byte[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SignedJWT sign(KeyRing ring) throws Exception {
    var claims = new JWTClaimsSet.Builder().subject("ada").build();
    var signed = new SessionSignature(SessionKey.of(ring.text())).sign(claims);
    return SignedJWT.parse(signed.serialize());
  }

  private static boolean verified(KeyRing ring, SignedJWT token) throws Exception {
    return new SessionSignature(SessionKey.of(ring.text())).verify(token);
  }

  private static byte[] bytes(int n) {
    var bytes = new byte[48];
    Arrays.fill(bytes, (byte) n);
    return bytes;
  }

  private static String key(int n) {
    return Base64.getEncoder().encodeToString(bytes(n));
  }
}
