package io.blendify.store.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.blendify.core.ProviderId;
import io.blendify.core.secret.SecretFault;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenCipherTest {

  private static final String SETTING = "blendify.token-keyset";
  private static final ProviderId SPOTIFY = new ProviderId("spotify");
  private static final SecretPlace ANNAS_ACCESS = new SecretPlace("anna", SPOTIFY, "access_token");

  private final String keyset = TokenCipher.newKeyset();
  private final TokenCipher cipher = TokenCipher.of(keyset);

  @Test
  void whatWasSealedIsOpenedAtItsPlace() {
    var sealed = cipher.seal("a token – ☂", ANNAS_ACCESS);

    assertThat(cipher.open(sealed, ANNAS_ACCESS)).isEqualTo("a token – ☂");
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("token");
  }

  @Test
  void theSameSecretIsNeverSealedTheSameWayTwice() {
    assertThat(cipher.seal("token", ANNAS_ACCESS)).isNotEqualTo(cipher.seal("token", ANNAS_ACCESS));
  }

  @Test
  void anotherPersonProviderOrFieldIsRefused() {
    var sealed = cipher.seal("token", ANNAS_ACCESS);

    assertRefused(sealed, new SecretPlace("ben", SPOTIFY, "access_token"));
    assertRefused(sealed, new SecretPlace("anna", new ProviderId("deezer"), "access_token"));
    assertRefused(sealed, new SecretPlace("anna", SPOTIFY, "refresh_token"));
  }

  @Test
  void aChangedByteIsRefused() {
    var sealed = cipher.seal("token", ANNAS_ACCESS);
    sealed[sealed.length - 1] ^= 1;

    assertRefused(sealed, ANNAS_ACCESS);
  }

  @Test
  void aRotatedKeysetReadsOldTokensAndSealsWithTheNewKey() throws Exception {
    var old = cipher.seal("old token", ANNAS_ACCESS);
    var rotated = TokenCipher.of(rotated(keyset));

    assertThat(rotated.open(old, ANNAS_ACCESS)).isEqualTo("old token");
    assertRefused(rotated.seal("new token", ANNAS_ACCESS), ANNAS_ACCESS);
  }

  @Test
  void aMissingKeysetIsNamed() {
    for (var settings : List.of(Map.<String, Object>of(), Map.<String, Object>of(SETTING, " "))) {
      assertThatThrownBy(() -> made(settings))
          .rootCause()
          .isInstanceOf(SecretFault.class)
          .hasMessageContaining("BLENDIFY_TOKEN_KEYSET) is not set")
          .hasMessageContaining("neither is BLENDIFY_TOKEN_KEYSET_ARN");
    }
  }

  @Test
  void aMalformedKeysetIsNamedButNotQuoted() {
    for (var bad : new String[] {"hunter2", "{}", "{\"key\":[\"hunter2\"]}", "[]", "null"}) {
      assertThatThrownBy(() -> made(Map.of(SETTING, bad)))
          .rootCause()
          .isInstanceOf(SecretFault.class)
          .hasMessageContaining("BLENDIFY_TOKEN_KEYSET) is not a Tink key set")
          .hasMessageNotContaining("hunter2");
    }
  }

  @Test
  void placesThatCouldBeConfusedAreRefused() {
    assertThatThrownBy(() -> new SecretPlace("anna\nspotify", SPOTIFY, "access_token"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TokenCipher made(Map<String, Object> settings) {
    try (var context = ApplicationContext.run(settings)) {
      return context.getBean(TokenCipher.class);
    }
  }

  private void assertRefused(byte[] sealed, SecretPlace place) {
    assertThatThrownBy(() -> cipher.open(sealed, place))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("a token");
  }

  private static String rotated(String keyset) throws Exception {
    var old = TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
    var builder = KeysetHandle.newBuilder(old);
    builder.addEntry(
        KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
            .withRandomId()
            .makePrimary());
    return TinkJsonProtoKeysetFormat.serializeKeyset(
        builder.build(), InsecureSecretKeyAccess.get());
  }
}
