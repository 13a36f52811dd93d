package io.blendify.rotate;

import io.blendify.store.connection.Resealing;
import io.blendify.store.connection.TokenKeyset;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The key set that seals the providers' tokens. */
@Singleton
final class TokenKeys implements SecretKind {

  private final @Nullable String arn;
  private final Resealing resealing;

  TokenKeys(
      @Property(name = "blendify.token-keyset-arn") @Nullable String arn, Resealing resealing) {
    this.arn = arn;
    this.resealing = resealing;
  }

  @Override
  public Optional<String> arn() {
    return Optional.ofNullable(arn);
  }

  @Override
  public boolean mustSettle(String current) {
    return TokenKeyset.parse(current).hasWaiting();
  }

  @Override
  public String next(String current) {
    return TokenKeyset.parse(current).rotated(resealing.keysInUse()).text();
  }

  /** What can be opened now can be opened with it, and one more key waits. */
  @Override
  public void test(String current, String pending) {
    var keys = TokenKeyset.parse(pending);
    var needed = resealing.keysInUse();
    // Keys that were lost for good stop nobody.
    needed.retainAll(TokenKeyset.parse(current).ids());
    if (!keys.ids().containsAll(needed) || !keys.hasWaiting()) {
      throw new IllegalStateException(
          "the next key set cannot open everything that is sealed: it has %s, in use are %s"
              .formatted(keys.ids(), needed));
    }
  }
}
