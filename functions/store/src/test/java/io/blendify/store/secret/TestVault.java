package io.blendify.store.secret;

import io.blendify.core.secret.SecretFault;
import io.blendify.core.secret.SecretStage;
import io.blendify.core.secret.SecretVault;
import io.blendify.core.secret.SecretVersion;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One secret, with its stages, in memory. */
public final class TestVault implements SecretVault {

  private final Map<SecretStage, SecretVersion> versions = new EnumMap<>(SecretStage.class);
  private final AtomicInteger reads = new AtomicInteger();
  private volatile boolean down;

  public TestVault(String value) {
    current(value);
  }

  /** Counts from now on; nothing is pending any more. */
  public synchronized void current(String value) {
    versions.put(SecretStage.CURRENT, new SecretVersion("v", value, Instant.EPOCH));
    versions.remove(SecretStage.PENDING);
  }

  public synchronized void pending(String value) {
    versions.put(SecretStage.PENDING, new SecretVersion("p", value, Instant.EPOCH));
  }

  public void setDown(boolean down) {
    this.down = down;
  }

  public int reads() {
    return reads.get();
  }

  @Override
  public synchronized Optional<SecretVersion> find(String id, SecretStage stage) {
    reads.incrementAndGet();
    if (down) {
      throw new SecretFault("the vault is away");
    }
    return Optional.ofNullable(versions.get(stage));
  }
}
