package io.blendify.store.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was different from the observation before.
 *
 * @param changedAt when it was first seen to be so
 * @param listKey the time range or the playlist id; empty for sets
 * @param change {@code came}, {@code left}, {@code changed} (its description, or when it was saved)
 *     or {@code became_unavailable} (its place in the playlist is still there)
 * @param itemKind {@code track}, {@code artist}, {@code album}, {@code playlist}, {@code episode}
 * @param itemId the provider's id
 * @param position its place in the list; where it left, the one it had; null for sets
 */
@MappedEntity
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record Change(
    @Id Instant changedAt,
    String provider,
    String resource,
    String listKey,
    String change,
    String itemKind,
    String itemId,
    String itemName,
    @Nullable String artistName,
    @Nullable Integer position) {}
