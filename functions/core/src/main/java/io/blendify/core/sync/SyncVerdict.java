package io.blendify.core.sync;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a listing may be synced now. */
public sealed interface SyncVerdict {

  /** Nothing stands against it. */
  record Possible() implements SyncVerdict {}

  /** It is being synced already. */
  record AlreadyOpen(UUID jobId) implements SyncVerdict {}

  /**
   * It may not.
   *
   * @param until when it will be possible; null where time alone will not change it
   */
  record NotNow(Reason reason, @Nullable Instant until) implements SyncVerdict {}
}
