package io.blendify.core.secret;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A vault's secret, read anew once it is older than some minutes. Who has read it once goes on with
 * it while the vault cannot be reached or holds something unreadable: that is told, and tried again
 * soon.
 *
 * <p>Its age goes by the clock on the wall, which also runs on while a process lies in a snapshot.
 */
public final class CachedSecret<T> implements Secret<T> {

  /** After a failure, so long until the next attempt. */
  private static final Duration SOON = Duration.ofSeconds(10);

  private final SecretVault vault;
  private final String id;
  private final Function<String, T> parse;
  private final Duration maxAge;
  private final InstantSource clock;
  private final Consumer<String> complaints;
  private volatile @Nullable Known<T> known;

  /**
   * @param until when it is too old
   */
  private record Known<T>(T value, Instant readAt, Instant until) {}

  /**
   * @param parse throws IllegalArgumentException for what is no such secret
   * @param complaints told in one sentence why an old value goes on
   */
  public CachedSecret(
      SecretVault vault,
      String id,
      Function<String, T> parse,
      Duration maxAge,
      InstantSource clock,
      Consumer<String> complaints) {
    this.vault = vault;
    this.id = id;
    this.parse = parse;
    this.maxAge = maxAge;
    this.clock = clock;
    this.complaints = complaints;
  }

  @Override
  public T value() {
    var last = known;
    return last != null && isFresh(last) ? last.value() : read(last);
  }

  /** Ahead of its reading, time was set back; how old it is nobody can say then. */
  private boolean isFresh(Known<T> last) {
    var now = clock.instant();
    return now.isBefore(last.until()) && !now.isBefore(last.readAt());
  }

  @Override
  public T renewed(Duration unlessWithin) {
    var last = known;
    if (last != null && clock.instant().isBefore(last.readAt().plus(unlessWithin))) {
      return last.value();
    }
    return read(last);
  }

  /** One of many who ask at once reads, the others get what it read. */
  private synchronized T read(@Nullable Known<T> before) {
    var last = known;
    if (last != null && last != before) {
      return last.value();
    }
    var now = clock.instant();
    try {
      var value = parsed(current());
      known = new Known<>(value, now, now.plus(maxAge));
      return value;
    } catch (SecretFault e) {
      if (last == null) {
        throw e;
      }
      complaints.accept("the one read before goes on: " + e.getMessage());
      known = new Known<>(last.value(), now, now.plus(SOON));
      return last.value();
    }
  }

  private String current() {
    return vault
        .find(id, SecretStage.CURRENT)
        .map(SecretVersion::value)
        .orElseThrow(() -> new SecretFault("the secret " + id + " has no value"));
  }

  private T parsed(String value) {
    try {
      return parse.apply(value);
    } catch (IllegalArgumentException e) {
      throw new SecretFault("the secret " + id + " " + e.getMessage());
    }
  }

  @Override
  public Optional<T> pending() {
    try {
      return vault.find(id, SecretStage.PENDING).map(version -> parsed(version.value()));
    } catch (SecretFault e) {
      complaints.accept(e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public boolean changes() {
    return true;
  }

  @Override
  public void forget() {
    known = null;
  }
}
