package io.blendify.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blendify.core.secret.SecretFault;
import io.blendify.core.secret.SecretStage;
import io.blendify.core.secret.SecretVersion;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class SecretsManagerVaultIT {

  private final FakeSecretsManager fake = new FakeSecretsManager();
  private SecretsManagerClient client;
  private SecretsManagerVault vault;
  private String arn;

  @BeforeEach
  void connect() {
    client = fake.client();
    vault = new SecretsManagerVault(() -> client);
    arn = fake.create("blendify/dev/key", "one");
  }

  @AfterEach
  void stop() {
    client.close();
    fake.close();
  }

  @Test
  void eachStageHasItsVersion() {
    fake.put(arn, "two");

    assertThat(vault.find(arn, SecretStage.CURRENT)).map(SecretVersion::value).contains("two");
    assertThat(vault.find(arn, SecretStage.PREVIOUS)).map(SecretVersion::value).contains("one");
    assertThat(vault.find(arn, SecretStage.PENDING)).isEmpty();
    assertThat(vault.find("blendify/dev/key", SecretStage.CURRENT)).isPresent();
  }

  @Test
  void aPendingVersionIsStoredAndMadeCurrentOnce() {
    var token = UUID.randomUUID().toString();
    var before = vault.rotation(arn).current().orElseThrow();
    for (int again = 0; again < 2; again++) {
      vault.storePending(arn, token, "two");
    }
    assertThat(vault.find(arn, SecretStage.PENDING, token))
        .map(SecretVersion::value)
        .contains("two");
    assertThat(fake.current(arn)).isEqualTo("one");

    vault.makeCurrent(arn, token, before);

    assertThat(fake.current(arn)).isEqualTo("two");
    assertThat(vault.rotation(arn).current()).contains(token);
    assertThat(vault.rotation(arn).has(before, SecretStage.PREVIOUS)).isTrue();
  }

  @Test
  void aFailureNamesTheSecretAndWhatAwsCallsIt() {
    assertThat(vault.find("blendify/dev/other", SecretStage.CURRENT)).isEmpty();
    assertThatThrownBy(() -> vault.rotation("blendify/dev/other"))
        .isInstanceOf(SecretFault.class)
        .hasMessage("the secret blendify/dev/other cannot be described: ResourceNotFoundException")
        .hasNoCause();
    fake.setDown(true);
    assertThatThrownBy(() -> vault.find(arn, SecretStage.CURRENT))
        .isInstanceOf(SecretFault.class)
        .hasMessageContaining("InternalServiceError");
    assertThatThrownBy(() -> vault.storePending(arn, UUID.randomUUID().toString(), "hunter2"))
        .isInstanceOf(SecretFault.class)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aVersionDoesNotPrintItsValue() {
    assertThat(vault.find(arn, SecretStage.CURRENT).toString()).doesNotContain("one");
  }
}
