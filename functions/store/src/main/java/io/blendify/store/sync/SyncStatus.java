package io.blendify.store.sync;

import io.blendify.core.ProviderId;
import io.blendify.store.ProviderIdConverter;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How current one listing is.
 *
 * @param lastCompleteAt the start of the last run that read all it meant to read
 * @param lastFullAt the start of the last run that read the listing to its end
 * @param providerVersion the version (of a playlist) that was read last
 * @param newestPlay the newest play known; plays only
 * @param reason a {@code Reason}'s label: why it is not current; null where it is
 * @param items how many entries the last complete run left
 * @param gapFrom plays may be missing after this and before {@code gapUntil}
 * @param doubtedSince since when looks find so little that it is not believed yet; null where it is
 * @param doubtedAt the last of these looks that counts
 * @param doubtedLooks how many of them count
 */
@MappedEntity("provider_sync_status")
public record SyncStatus(
    @Id UUID connectionId,
    String resource,
    String listKey,
    UUID userId,
    @TypeDef(type = DataType.STRING, converter = ProviderIdConverter.class) ProviderId provider,
    @Nullable Instant lastCompleteAt,
    @Nullable Instant lastFullAt,
    @Nullable String providerVersion,
    @Nullable Instant newestPlay,
    @Nullable Instant nextDueAt,
    @Nullable Instant cooldownUntil,
    @Nullable String reason,
    @Nullable String detail,
    int failures,
    @Nullable Integer items,
    @Nullable Instant gapFrom,
    @Nullable Instant gapUntil,
    @Nullable Instant doubtedSince,
    @Nullable Instant doubtedAt,
    int doubtedLooks,
    Instant updatedAt) {}
