package io.blendify.fetcher.imports;

import io.blendify.core.file.FileProgress;
import io.blendify.store.imports.Import;
import io.blendify.store.imports.Imports;
import io.blendify.store.sync.ClaimedJob;
import io.blendify.store.sync.Leases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Signs of life while a file is read: for the person how far it is, for other workers the lease.
 */
final class Signs implements FileProgress {

  private final ClaimedJob claimed;
  private final Import row;
  private final Imports imports;
  private final Leases leases;
  private final Duration every;
  private final InstantSource clock;
  private Instant next;
  private long furthest;

  Signs(
      ClaimedJob claimed,
      Import row,
      Imports imports,
      Leases leases,
      Duration every,
      InstantSource clock) {
    this.claimed = claimed;
    this.row = row;
    this.imports = imports;
    this.leases = leases;
    this.every = every;
    this.clock = clock;
    this.next = clock.instant().plus(every);
  }

  /** A file may be read more than once; what is shown never goes back. */
  @Override
  public void read(long bytes) {
    furthest = Math.max(furthest, bytes);
    var now = clock.instant();
    if (!now.isBefore(next)) {
      next = now.plus(every);
      leases.renew(claimed);
      imports.progress(row.id(), furthest, now);
    }
  }
}
