package io.blendify.store.sync;

import io.blendify.core.sync.JobStatus;
import io.blendify.core.sync.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended without the listing.
 *
 * @param status {@code FAILED}, or {@code COMPLETED} where nothing went wrong and there is nothing
 *     to be had
 * @param version what need not be asked for again until it differs; null where it may
 * @param nextDueAt null where time alone will not help
 */
public record Failure(
    JobStatus status,
    Reason reason,
    String detail,
    @Nullable String version,
    @Nullable Instant nextDueAt,
    Instant cooldownUntil) {}
