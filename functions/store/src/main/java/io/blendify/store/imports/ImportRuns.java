package io.blendify.store.imports;

import io.blendify.core.sync.JobStatus;
import io.blendify.core.sync.Reason;
import io.blendify.core.sync.Resource;
import io.blendify.store.sync.ClaimedJob;
import io.blendify.store.sync.Leases;
import io.blendify.store.sync.SyncJobs;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a worker writes about an import, each in one transaction that begins with the lease:
 * history, bookmark and what the person sees move together or not at all. All throw {@link
 * io.blendify.store.sync.LeaseLost}.
 */
@Singleton
public class ImportRuns {

  private static final String TASTE_OWED = "{\"taste\": true}";

  private final Leases leases;
  private final SyncJobs jobs;
  private final Imports imports;
  private final ImportHistory history;
  private final InstantSource clock;

  ImportRuns(
      Leases leases, SyncJobs jobs, Imports imports, ImportHistory history, InstantSource clock) {
    this.leases = leases;
    this.jobs = jobs;
    this.imports = imports;
    this.history = history;
    this.clock = clock;
  }

  /** The file may be imported. All texts are JSON. */
  @Transactional
  public void accept(
      ClaimedJob claimed, Import row, String format, String taken, String added, String skipped) {
    leases.hold(claimed);
    imports.accept(row.id(), format, taken, added, skipped, clock.instant());
  }

  /**
   * Writes a batch; what is known of it adds nothing.
   *
   * @param delivered how much of the file is written with it, counted from the start
   * @return how many entries were new to history
   */
  @Transactional
  public Map<Resource, Long> append(
      ClaimedJob claimed, Import row, ImportBatch batch, long delivered) {
    leases.hold(claimed);
    var now = clock.instant();
    var added = history.append(claimed.run(), batch);
    added.forEach((resource, more) -> imports.added(row.id(), resource.label(), more, now));
    jobs.reach(
        claimed.id(),
        claimed.owner(),
        Long.toString(delivered),
        (int) Math.min(delivered, Integer.MAX_VALUE),
        added.isEmpty() ? "{}" : TASTE_OWED,
        now);
    return added;
  }

  /** Everything is written. */
  @Transactional
  public void complete(ClaimedJob claimed, Import row, long delivered) {
    leases.hold(claimed);
    imports.complete(row.id(), clock.instant());
    end(claimed, JobStatus.COMPLETED, delivered, null, null);
  }

  /**
   * Nothing is taken from the file.
   *
   * @param problem a stable word
   * @param detail one sentence for the person
   */
  @Transactional
  public void refuse(ClaimedJob claimed, Import row, String problem, String detail) {
    stop(claimed, row, ImportStatus.REFUSED, problem, detail);
  }

  /** It cannot be finished, for a reason that does not lie in the file. */
  @Transactional
  public void fail(ClaimedJob claimed, Import row, String problem, String detail) {
    stop(claimed, row, ImportStatus.FAILED, problem, detail);
  }

  /** The import is no longer there, or had ended before. */
  @Transactional
  public void drop(ClaimedJob claimed) {
    leases.hold(claimed);
    end(claimed, JobStatus.FAILED, 0, Reason.GONE, "the import is no longer there");
  }

  /** Gives the job back to be resumed at once; its message is still to be sent. */
  @Transactional
  public void handOn(ClaimedJob claimed, long delivered) {
    leases.hold(claimed);
    var now = clock.instant();
    jobs.giveBack(
        claimed.id(),
        claimed.owner(),
        JobStatus.PENDING.label(),
        now,
        Long.toString(delivered),
        (int) Math.min(delivered, Integer.MAX_VALUE),
        null,
        0,
        "{}",
        false,
        null,
        null,
        now);
  }

  private void stop(
      ClaimedJob claimed, Import row, ImportStatus status, String problem, String detail) {
    leases.hold(claimed);
    imports.end(row.id(), status.label(), problem, detail, clock.instant());
    end(claimed, JobStatus.FAILED, claimed.job().itemsDone(), Reason.UNREADABLE, problem);
  }

  private void end(
      ClaimedJob claimed,
      JobStatus status,
      long delivered,
      @Nullable Reason reason,
      @Nullable String error) {
    jobs.end(
        claimed.id(),
        claimed.owner(),
        status.label(),
        (int) Math.min(delivered, Integer.MAX_VALUE),
        "{}",
        reason == null ? null : reason.label(),
        error,
        clock.instant());
  }
}
