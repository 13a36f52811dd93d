package io.blendify.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * What the system needs of Secrets Manager: versions, and the stages that say which of them counts.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html#term_version">versions
 *     and stages</a>
 */
@ExtendWith(BackendReport.class)
abstract class SecretsContract implements BackendReport.OnBackend {

  private final String name = "blendify/contract/" + UUID.randomUUID();
  private SecretsManagerClient client;
  private String first;

  @BeforeEach
  void create() {
    client =
        SecretsManagerClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    first = client.createSecret(s -> s.name(name).secretString("one")).versionId();
  }

  @AfterEach
  void delete() {
    if (client != null) {
      client.deleteSecret(s -> s.secretId(name).forceDeleteWithoutRecovery(true));
      client.close();
    }
  }

  @Test
  void theFirstVersionCounts() {
    assertThat(current()).isEqualTo("one");
    assertThat(staged("AWSCURRENT")).isEqualTo("one");
  }

  @Test
  void aNewVersionCountsAtOnceAndTheOneBeforeStaysReadable() {
    client.putSecretValue(s -> s.secretId(name).secretString("two"));

    assertThat(current()).isEqualTo("two");
    assertThat(staged("AWSPREVIOUS")).isEqualTo("one");
    assertThat(client.getSecretValue(s -> s.secretId(name).versionId(first)).secretString())
        .isEqualTo("one");
  }

  @Test
  void aPendingVersionCountsOnlyOnceItsStageIsMoved() {
    var second = UUID.randomUUID().toString();
    pending(second, "two");
    assertThat(current()).isEqualTo("one");
    assertThat(staged("AWSPENDING")).isEqualTo("two");

    client.updateSecretVersionStage(
        s ->
            s.secretId(name)
                .versionStage("AWSCURRENT")
                .moveToVersionId(second)
                .removeFromVersionId(first));

    assertThat(current()).isEqualTo("two");
    assertThat(staged("AWSPREVIOUS")).isEqualTo("one");
    var stages = client.describeSecret(s -> s.secretId(name)).versionIdsToStages();
    assertThat(stages.get(second)).contains("AWSCURRENT");
    assertThat(stages.get(first)).containsExactly("AWSPREVIOUS");
  }

  @Test
  void theSameVersionPutTwiceIsOneVersion() {
    var second = UUID.randomUUID().toString();
    pending(second, "two");
    pending(second, "two");

    assertThat(client.describeSecret(s -> s.secretId(name)).versionIdsToStages()).hasSize(2);
    assertThatThrownBy(() -> pending(second, "another"))
        .isInstanceOf(ResourceExistsException.class);
    assertThat(staged("AWSPENDING")).isEqualTo("two");
  }

  @Test
  void whatIsNotThereIsSaidSo() {
    assertThatThrownBy(() -> staged("AWSPENDING")).isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> client.getSecretValue(s -> s.secretId(name + "-not-there")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  private void pending(String token, String value) {
    client.putSecretValue(
        s ->
            s.secretId(name)
                .secretString(value)
                .clientRequestToken(token)
                .versionStages("AWSPENDING"));
  }

  private String current() {
    return client.getSecretValue(s -> s.secretId(name)).secretString();
  }

  private String staged(String stage) {
    return client.getSecretValue(s -> s.secretId(name).versionStage(stage)).secretString();
  }
}
