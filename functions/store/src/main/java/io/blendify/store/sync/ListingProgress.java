package io.blendify.store.sync;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one listing stands, for the person whose it is.
 *
 * @param connectionStatus of the connection that it belongs to
 * @param connectionDetail why that is so; null where it is active
 * @param reason a {@code Reason}'s label: why the listing is not current; null where it is
 * @param jobStatus of the job that has not ended; null where there is none, like all of the job's
 * @param notBefore when the job goes on
 */
@MappedEntity
public record ListingProgress(
    @Id UUID connectionId,
    String provider,
    String resource,
    String listKey,
    String connectionStatus,
    @Nullable String connectionDetail,
    @Nullable Instant consentExpiresAt,
    @Nullable Instant lastCompleteAt,
    @Nullable Instant nextDueAt,
    @Nullable Instant cooldownUntil,
    @Nullable Instant pausedUntil,
    @Nullable String reason,
    @Nullable String detail,
    @Nullable Integer items,
    @Nullable Instant gapFrom,
    @Nullable Instant gapUntil,
    @Nullable UUID jobId,
    @Nullable String jobStatus,
    @Nullable String jobReason,
    @Nullable Integer itemsDone,
    @Nullable Integer itemsTotal,
    @Nullable Instant notBefore) {}
