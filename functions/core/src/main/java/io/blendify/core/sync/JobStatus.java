package io.blendify.core.sync;

import java.util.Locale;

/** How a job stands. */
public enum JobStatus {
  /** Written; waits for a worker. */
  PENDING,
  /** A worker holds its lease. */
  RUNNING,
  /** Its listing was read to the end. */
  COMPLETED,
  /** It ended without the whole listing; error and reason say why. */
  FAILED,
  /** It waits for {@code not_before}; reason says why. */
  PARKED;

  /** The name in JSON and in the database: {@code pending}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
