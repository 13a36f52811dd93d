package io.blendify.store.connection;

import io.blendify.core.secret.Secret;
import io.blendify.core.secret.Secrets;
import io.blendify.store.secret.SecretsConfig;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals with the primary key what older keys sealed, a page of connections at a time, from where
 * the last run stopped. It waits until nobody seals with an older key any more, which is as long as
 * a key set counts after it was read.
 */
@Singleton
public final class Resealing {

  private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

  /** Rows that one statement looks at, and at most changes. */
  private static final int PAGE = 500;

  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1, -1);

  /** Longer than whoever held a lease can still be at it. */
  private static final Duration AFTER_A_LEASE = Duration.ofMinutes(10);

  private final Secret<TokenKeyset> keyset;
  private final SealedTokens tokens;
  private final Reseals reseals;
  private final Duration known;
  private final InstantSource clock;

  Resealing(
      Secrets secrets,
      SealedTokens tokens,
      Reseals reseals,
      SecretsConfig config,
      InstantSource clock) {
    this.keyset = secrets.of("blendify.token-keyset", TokenKeyset::parse);
    this.tokens = tokens;
    this.reseals = reseals;
    this.known = config.maxAge();
    this.clock = clock;
  }

  /**
   * What a run did.
   *
   * @param resealed rows that are sealed with the primary key now
   * @param left rows that somebody was busy with
   * @param finished whether nothing else is left
   */
  public record Resealed(int resealed, int left, boolean finished) {

    private Resealed plus(Resealed page) {
      return new Resealed(resealed + page.resealed, left + page.left, finished);
    }
  }

  /** The keys that anything is sealed with at this moment; others may be dropped. */
  public Set<Integer> keysInUse() {
    var used = new TreeSet<>(tokens.keysOfAttempts());
    for (var after = FIRST; !after.equals(LAST); ) {
      var until = tokens.lastOfPage(after, PAGE).orElse(LAST);
      used.addAll(tokens.keys(after, until));
      after = until;
    }
    return used;
  }

  /**
   * Goes on for as long as that says so; a page is done in any case.
   *
   * @param goOn asked after each page
   */
  public Resealed run(BooleanSupplier goOn) {
    var keys = keyset.renewed(Duration.ZERO);
    reseals.begin(keys.primary(), clock.instant());
    var progress = reseals.find(keys.primary()).orElseThrow();
    if (progress.finishedAt() != null) {
      return new Resealed(0, 0, true);
    }
    if (clock.instant().isBefore(progress.seenAt().plus(known))) {
      return new Resealed(0, 0, false);
    }
    return run(keys, progress.doneUntil(), goOn);
  }

  private Resealed run(TokenKeyset keys, @Nullable UUID doneUntil, BooleanSupplier goOn) {
    var after = doneUntil == null ? FIRST : doneUntil;
    var done = new Resealed(0, 0, false);
    do {
      var until = tokens.lastOfPage(after, PAGE).orElse(LAST);
      var page = page(keys, after, until);
      done = done.plus(page);
      reseals.advance(keys.primary(), until, page.resealed());
      after = until;
    } while (!after.equals(LAST) && goOn.getAsBoolean());
    return after.equals(LAST) ? end(keys, done, doneUntil == null) : done;
  }

  /** A pass that was not whole, or met somebody at work, is followed by one more. */
  private Resealed end(TokenKeyset keys, Resealed done, boolean whole) {
    if (done.left() > 0 || !whole) {
      reseals.advance(keys.primary(), null, 0);
      return done;
    }
    reseals.finish(keys.primary(), clock.instant());
    return new Resealed(done.resealed(), 0, true);
  }

  private Resealed page(TokenKeyset keys, UUID after, UUID until) {
    var old = tokens.notSealedWith(keys.primary(), after, until);
    var anew = new ArrayList<SealedRow>();
    for (var row : old) {
      sealAnew(keys, row, anew);
    }
    int replaced = anew.isEmpty() ? 0 : tokens.replace(anew, idle());
    return new Resealed(replaced, anew.size() - replaced, false);
  }

  private Instant idle() {
    return clock.instant().minus(AFTER_A_LEASE);
  }

  private static void sealAnew(TokenKeyset keys, SealedRow row, List<SealedRow> anew) {
    try {
      var access = TokenRow.accessPlace(row.userId(), row.provider());
      var refresh = TokenRow.refreshPlace(row.userId(), row.provider());
      anew.add(
          row.sealedAnew(
              sealedAnew(keys, row.access(), access), sealedAnew(keys, row.refresh(), refresh)));
    } catch (GeneralSecurityException _) {
      LOG.error("connection {} has a token that no key opens", row.id());
    }
  }

  private static byte @Nullable [] sealedAnew(
      TokenKeyset keys, byte @Nullable [] sealed, SecretPlace place)
      throws GeneralSecurityException {
    if (sealed == null) {
      return null;
    }
    var data = place.associatedData();
    return keys.seal(keys.open(sealed, data), data);
  }
}
