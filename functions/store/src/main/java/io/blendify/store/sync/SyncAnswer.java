package io.blendify.store.sync;

import io.blendify.core.ProviderId;
import io.blendify.core.sync.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of the wish to sync one listing.
 *
 * @param resource a {@code Resource}'s label
 * @param jobId the job that reads it; null where there is none, and then there is a reason
 * @param started whether this wish made the job; false where it was open before
 * @param possibleAt when it will be possible; null where time alone will not change it
 */
public record SyncAnswer(
    ProviderId provider,
    String resource,
    String listKey,
    @Nullable UUID jobId,
    boolean started,
    @Nullable Reason reason,
    @Nullable Instant possibleAt) {}
