package io.blendify.rotate;

import io.blendify.core.secret.KeyRing;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys that sign sessions and cursors. */
@Singleton
final class SessionKeys implements SecretKind {

  private static final int BYTES = 48;

  private final @Nullable String arn;

  SessionKeys(@Property(name = "blendify.session-key-arn") @Nullable String arn) {
    this.arn = arn;
  }

  @Override
  public Optional<String> arn() {
    return Optional.ofNullable(arn);
  }

  @Override
  public boolean mustSettle(String current) {
    return KeyRing.parse(current).keys().size() > 1;
  }

  @Override
  public String next(String current) {
    var fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    return KeyRing.parse(current).rotated(fresh).text();
  }

  @Override
  public void test(String current, String pending) {
    if (KeyRing.parse(pending).keys().size() < 2) {
      throw new IllegalStateException("no key waits on the next ring");
    }
  }
}
