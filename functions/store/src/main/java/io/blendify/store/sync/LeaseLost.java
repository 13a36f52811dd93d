package io.blendify.store.sync;

import java.util.UUID;

/**
 * Somebody else has the job, or nobody has it any more. Thrown so that the transaction writes
 * nothing; the worker stops.
 */
public final class LeaseLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LeaseLost(UUID jobId) {
    super("job " + jobId + " is no longer ours");
  }
}
