package io.blendify.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class CachedSecretTest {

  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private String kept = "one";
  private boolean down;
  private int reads;
  private final List<String> complaints = new ArrayList<>();
  private final CachedSecret<String> secret =
      new CachedSecret<>(
          this::find, "the-id", CachedSecretTest::parse, MAX_AGE, () -> now, complaints::add);

  private synchronized Optional<SecretVersion> find(String id, SecretStage stage) {
    reads++;
    if (down) {
      throw new SecretFault("the vault is away");
    }
    return stage == SecretStage.CURRENT && !kept.isEmpty()
        ? Optional.of(new SecretVersion("v", kept, now))
        : Optional.empty();
  }

  private static String parse(String text) {
    if (text.contains("bad")) {
      throw new IllegalArgumentException("is malformed");
    }
    return text;
  }

  @Test
  void itIsReadOnceWhileItIsYoung() {
    for (int i = 0; i < 5; i++) {
      assertThat(secret.value()).isEqualTo("one");
      now = now.plusSeconds(59);
    }
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void itIsNeverOlderThanItsAge() {
    secret.value();
    kept = "two";
    now = now.plus(MAX_AGE);

    assertThat(secret.value()).isEqualTo("two");
  }

  @Test
  void whoWasRefusedGetsTheNewOneAndAStampedeReadsItOnce() {
    secret.value();
    kept = "two";
    now = now.plusSeconds(2);

    for (int i = 0; i < 10; i++) {
      assertThat(secret.renewed(Duration.ofSeconds(1))).isEqualTo("two");
    }
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void manyWhoAskAtOnceReadItOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer :
          threads.invokeAll(
              List.<Callable<String>>of(secret::value, secret::value, secret::value))) {
        assertThat(answer.get()).isEqualTo("one");
      }
    }
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void theOldOneGoesOnWhileTheVaultIsAwayAndIsAskedForAgainSoon() {
    secret.value();
    down = true;
    now = now.plus(MAX_AGE);
    assertThat(secret.value()).isEqualTo("one");
    assertThat(complaints).singleElement().asString().contains("the vault is away");

    down = false;
    kept = "two";
    now = now.plusSeconds(10);
    assertThat(secret.value()).isEqualTo("two");
  }

  @Test
  void aMalformedNewOneDoesNotPushOutTheOld() {
    secret.value();
    kept = "bad hunter2";
    now = now.plus(MAX_AGE);

    assertThat(secret.value()).isEqualTo("one");
    assertThat(complaints)
        .singleElement()
        .asString()
        .contains("the-id is malformed")
        .doesNotContain("hunter2");
  }

  @Test
  void withoutAnyThereIsOneClearError() {
    kept = "";
    assertThatThrownBy(secret::value)
        .isInstanceOf(SecretFault.class)
        .hasMessage("the secret the-id has no value");
    kept = "bad hunter2";
    assertThatThrownBy(secret::value)
        .isInstanceOf(SecretFault.class)
        .hasMessage("the secret the-id is malformed");
  }

  @Test
  void whatIsForgottenIsReadAnew() {
    secret.value();
    kept = "two";
    secret.forget();

    assertThat(secret.value()).isEqualTo("two");
  }

  @Test
  void aSnapshotFromTheFutureIsNotBelieved() {
    secret.value();
    kept = "two";
    now = now.minus(Duration.ofDays(1));

    assertThat(secret.value()).isEqualTo("two");
  }
}
