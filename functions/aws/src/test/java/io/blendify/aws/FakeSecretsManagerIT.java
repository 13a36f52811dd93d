package io.blendify.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** The stand-in keeps the documented rules, as seen by AWS's own client. */
class FakeSecretsManagerIT {

  private final FakeSecretsManager fake = new FakeSecretsManager();
  private SecretsManagerClient client;

  @BeforeEach
  void connect() {
    client = fake.client();
  }

  @AfterEach
  void stop() {
    client.close();
    fake.close();
  }

  @Test
  void whatWasCurrentIsPreviousAfterANewVersion() {
    var first = client.createSecret(s -> s.name("a/b").secretString("one"));
    client.putSecretValue(s -> s.secretId(first.arn()).secretString("two"));

    assertThat(client.getSecretValue(s -> s.secretId("a/b")).secretString()).isEqualTo("two");
    var before = client.getSecretValue(s -> s.secretId("a/b").versionStage("AWSPREVIOUS"));
    assertThat(before.secretString()).isEqualTo("one");
    assertThat(before.versionId()).isEqualTo(first.versionId());
    assertThat(before.createdDate()).isNotNull();
  }

  @Test
  void aPendingVersionCountsOnlyAfterItsStageMoved() {
    var first = client.createSecret(s -> s.name("a").secretString("one")).versionId();
    var token = UUID.randomUUID().toString();
    client.putSecretValue(
        s ->
            s.secretId("a")
                .secretString("two")
                .clientRequestToken(token)
                .versionStages("AWSPENDING"));
    assertThat(client.getSecretValue(s -> s.secretId("a")).secretString()).isEqualTo("one");

    assertThatThrownBy(
            () ->
                client.updateSecretVersionStage(
                    s -> s.secretId("a").versionStage("AWSCURRENT").moveToVersionId(token)))
        .isInstanceOf(InvalidParameterException.class);
    client.updateSecretVersionStage(
        s ->
            s.secretId("a")
                .versionStage("AWSCURRENT")
                .moveToVersionId(token)
                .removeFromVersionId(first));

    assertThat(client.describeSecret(s -> s.secretId("a")).versionIdsToStages())
        .containsEntry(token, List.of("AWSCURRENT", "AWSPENDING"))
        .containsEntry(first, List.of("AWSPREVIOUS"));
  }

  @Test
  void aTokenIsGoodForOneValue() {
    client.createSecret(s -> s.name("a").secretString("one"));
    var token = UUID.randomUUID().toString();
    for (int again = 0; again < 2; again++) {
      client.putSecretValue(s -> s.secretId("a").secretString("two").clientRequestToken(token));
    }
    assertThatThrownBy(
            () ->
                client.putSecretValue(
                    s -> s.secretId("a").secretString("three").clientRequestToken(token)))
        .isInstanceOf(ResourceExistsException.class);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    client.createSecret(s -> s.name("a").secretString("one"));
    assertThatThrownBy(() -> client.getSecretValue(s -> s.secretId("b")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> client.getSecretValue(s -> s.secretId("a").versionStage("AWSPENDING")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void aRotationCallsEachStepAndASecondOneWaitsForItsEnd() {
    var arn = client.createSecret(s -> s.name("a").secretString("one")).arn();
    var steps = new java.util.ArrayList<String>();
    fake.rotateWith((step, secret, token) -> steps.add(step + " " + secret));

    client.rotateSecret(s -> s.secretId("a"));

    assertThat(steps)
        .containsExactly(
            "createSecret " + arn, "setSecret " + arn, "testSecret " + arn, "finishSecret " + arn);
    assertThat(client.describeSecret(s -> s.secretId("a")).rotationEnabled()).isTrue();
    assertThatThrownBy(() -> client.rotateSecret(s -> s.secretId("a")))
        .as("its version is still only pending")
        .isInstanceOf(InvalidRequestException.class);
  }
}
