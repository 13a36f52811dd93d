package io.blendify.core.sync;

import io.blendify.core.ProviderId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether a listing may be synced.
 *
 * @param connectionReason why the whole connection cannot be synced; null where it can
 * @param reason why the listing is not current; null where it is, or was never read
 * @param pausedUntil until when nobody may call the provider; null where that is allowed
 * @param openJob the listing's job that has not ended; null where there is none
 */
public record ListingState(
    ListingKey key,
    UUID userId,
    ProviderId provider,
    @Nullable Reason connectionReason,
    @Nullable Reason reason,
    @Nullable Instant cooldownUntil,
    @Nullable Instant pausedUntil,
    @Nullable UUID openJob) {}
