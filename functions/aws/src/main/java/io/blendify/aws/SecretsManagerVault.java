package io.blendify.aws;

import io.blendify.core.secret.RotatingVault;
import io.blendify.core.secret.SecretFault;
import io.blendify.core.secret.SecretStage;
import io.blendify.core.secret.SecretVersion;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Secrets Manager. What it answers is never logged, and neither is the request that stores a value.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html">Rotation
 *     functions</a>
 */
@Singleton
@Secondary
final class SecretsManagerVault implements RotatingVault {

  private final Provider<SecretsManagerClient> client;

  SecretsManagerVault(Provider<SecretsManagerClient> client) {
    this.client = client;
  }

  @Override
  public Optional<SecretVersion> find(String id, SecretStage stage) {
    return read(id, stage, null);
  }

  @Override
  public Optional<SecretVersion> find(String id, SecretStage stage, String version) {
    return read(id, stage, version);
  }

  private Optional<SecretVersion> read(String id, SecretStage stage, @Nullable String version) {
    return asked(
        id,
        "read",
        () -> {
          try {
            var found =
                client
                    .get()
                    .getSecretValue(
                        get -> get.secretId(id).versionStage(stage.label()).versionId(version));
            return Optional.ofNullable(found.secretString())
                .map(value -> new SecretVersion(found.versionId(), value, found.createdDate()));
          } catch (ResourceNotFoundException _) {
            return Optional.empty();
          }
        });
  }

  @Override
  public Rotation rotation(String id) {
    return asked(
        id,
        "described",
        () -> {
          var found = client.get().describeSecret(describe -> describe.secretId(id));
          var stages = new HashMap<String, Set<String>>();
          found
              .versionIdsToStages()
              .forEach((version, labels) -> stages.put(version, new HashSet<>(labels)));
          boolean rotates = Boolean.TRUE.equals(found.rotationEnabled());
          return new Rotation(rotates, found.lastRotatedDate(), stages);
        });
  }

  @Override
  public void storePending(String id, String version, String value) {
    asked(
        id,
        "stored",
        () ->
            client
                .get()
                .putSecretValue(
                    put ->
                        put.secretId(id)
                            .clientRequestToken(version)
                            .secretString(value)
                            .versionStages(SecretStage.PENDING.label())));
  }

  @Override
  public void makeCurrent(String id, String version, String before) {
    asked(
        id,
        "moved on",
        () ->
            client
                .get()
                .updateSecretVersionStage(
                    move ->
                        move.secretId(id)
                            .versionStage(SecretStage.CURRENT.label())
                            .moveToVersionId(version)
                            .removeFromVersionId(before)));
  }

  /** Without the SDK's exception: its message is long, and nobody knows what it will quote. */
  private static <T> T asked(String id, String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException e) {
      throw new SecretFault(
          "the secret %s cannot be %s: %s".formatted(id, what, e.awsErrorDetails().errorCode()));
    } catch (SdkException e) {
      throw new SecretFault(
          "the secret %s cannot be %s: %s".formatted(id, what, e.getClass().getSimpleName()));
    }
  }
}
