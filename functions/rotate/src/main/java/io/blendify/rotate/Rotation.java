package io.blendify.rotate;

import io.blendify.core.secret.RotatingVault;
import io.blendify.core.secret.SecretFault;
import io.blendify.core.secret.SecretStage;
import io.blendify.core.secret.SecretVersion;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secrets Manager's four steps. Each may come twice, and after a failure all come again.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html">Lambda
 *     rotation functions</a>
 */
@Singleton
final class Rotation {

  private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);

  private final RotatingVault vault;
  private final List<SecretKind> kinds;
  private final RotateConfig config;
  private final InstantSource clock;

  Rotation(RotatingVault vault, List<SecretKind> kinds, RotateConfig config, InstantSource clock) {
    this.vault = vault;
    this.kinds = List.copyOf(kinds);
    this.config = config;
    this.clock = clock;
  }

  /**
   * Does one step for the version that this token names.
   *
   * @throws IllegalArgumentException for what is not to be rotated here
   * @throws IllegalStateException where the step cannot be done; what counted counts on
   * @throws SecretFault where the vault fails or a secret is malformed
   */
  void run(String step, String id, String token) {
    var kind = kind(id);
    var stages = vault.rotation(id);
    if (!stages.rotates() || !stages.stages().containsKey(token)) {
      throw new IllegalArgumentException(
          "version " + token + " of " + id + " is not one that is being rotated");
    }
    if (stages.has(token, SecretStage.CURRENT)) {
      LOG.info("version {} of {} counts already", token, id);
      return;
    }
    if (!stages.has(token, SecretStage.PENDING)) {
      throw new IllegalArgumentException("version " + token + " of " + id + " is not pending");
    }
    try {
      done(step, new Case(kind, id, token, stages));
    } catch (IllegalArgumentException e) {
      throw new SecretFault("the secret %s, %s: %s".formatted(id, step, e.getMessage()));
    }
    LOG.info("{} of {} done, version {}", step, id, token);
  }

  private record Case(SecretKind kind, String id, String token, RotatingVault.Rotation stages) {}

  private void done(String step, Case one) {
    switch (step) {
      case "createSecret" -> create(one);
      case "setSecret" ->
          one.kind()
              .set(current(one.id()), pending(one), vault.find(one.id(), SecretStage.PREVIOUS));
      case "testSecret" -> one.kind().test(current(one.id()).value(), pending(one).value());
      case "finishSecret" -> finish(one);
      default -> throw new IllegalArgumentException("there is no step " + step);
    }
  }

  private void create(Case one) {
    if (vault.find(one.id(), SecretStage.PENDING, one.token()).isPresent()) {
      return;
    }
    var current = current(one.id());
    if (one.kind().mustSettle(current.value())) {
      settled(one, current);
    }
    vault.storePending(one.id(), one.token(), one.kind().next(current.value()));
  }

  private void settled(Case one, SecretVersion current) {
    var age = age(current, one.stages().rotatedAt());
    if (age.compareTo(config.settle()) < 0) {
      throw new IllegalStateException(
          "%s changed %s ago: its waiting key is put to use when everybody knows it, %s after"
              .formatted(one.id(), age, config.settle()));
    }
  }

  private void finish(Case one) {
    var pending = pending(one);
    var before = one.stages().current().orElseThrow(() -> nothing(one.id(), "that counts"));
    vault.makeCurrent(one.id(), pending.id(), before);
  }

  /** Complains of every secret that nobody has rotated for a long time. */
  void complainOfOld() {
    var old = kinds.stream().flatMap(kind -> kind.arn().stream()).filter(this::isOld).toList();
    if (!old.isEmpty()) {
      throw new IllegalStateException(
          "not rotated for more than %s: %s".formatted(config.overdue(), old));
    }
  }

  private boolean isOld(String id) {
    var age = age(current(id), vault.rotation(id).rotatedAt());
    return age.compareTo(config.overdue()) > 0;
  }

  /** A version can have been stored long before it counted. */
  private Duration age(SecretVersion current, @Nullable Instant rotatedAt) {
    var since = current.createdAt();
    var from = rotatedAt == null || rotatedAt.isBefore(since) ? since : rotatedAt;
    return Duration.between(from, clock.instant());
  }

  private SecretVersion current(String id) {
    return vault.find(id, SecretStage.CURRENT).orElseThrow(() -> nothing(id, "that counts"));
  }

  private SecretVersion pending(Case one) {
    return vault
        .find(one.id(), SecretStage.PENDING, one.token())
        .orElseThrow(() -> nothing(one.id(), "that is pending"));
  }

  private static IllegalStateException nothing(String id, String what) {
    return new IllegalStateException(id + " has no version " + what);
  }

  private SecretKind kind(String id) {
    return kinds.stream()
        .filter(kind -> kind.arn().filter(known -> isThat(known, id)).isPresent())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody here rotates " + id));
  }

  /** Secrets Manager says the whole ARN, which ends in six characters of its own. */
  private static boolean isThat(String known, String id) {
    return id.equals(known)
        || Pattern.matches(".*:secret:" + Pattern.quote(known) + "-[A-Za-z0-9]{6}", id);
  }
}
