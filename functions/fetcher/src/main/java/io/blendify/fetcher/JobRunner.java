package io.blendify.fetcher;

import io.blendify.store.sync.ClaimedJob;

/** Does the work of one kind of jobs. */
public interface JobRunner {

  /** Whether it does jobs of that {@code sync_jobs.resource}. Exactly one runner says so. */
  boolean runs(String resource);

  /**
   * Works on the job until it has ended, waits, or is handed on; the job is written accordingly.
   * Throws {@link io.blendify.store.sync.LeaseLost} where another worker took over.
   */
  void run(ClaimedJob claimed, TimeLeft time);
}
