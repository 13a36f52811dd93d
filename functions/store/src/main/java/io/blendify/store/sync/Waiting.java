package io.blendify.store.sync;

import io.blendify.core.sync.JobStatus;
import io.blendify.core.sync.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a job is given back.
 *
 * @param status {@code PENDING} where a message brings it back, {@code PARKED} where the scheduler
 *     does
 * @param attempts how often it was begun since it last made progress
 * @param anew whether it starts from the first page, as a new observation
 * @param reason why it waits; null where it only goes on elsewhere
 */
public record Waiting(
    JobStatus status,
    Instant notBefore,
    int attempts,
    boolean anew,
    @Nullable Reason reason,
    @Nullable String detail) {}
