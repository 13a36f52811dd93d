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
 * @param listKey time range or playlist id; null where the resource is one list
 * @param change {@code came}, {@code left}, {@code moved} (the others kept their order), {@code
 *     changed} (its description, or when it was saved), {@code became_unavailable} (its place in
 *     the playlist is still there) or {@code became_available} again
 * @param itemKind {@code track}, {@code artist}, {@code album}, {@code playlist}, {@code episode}
 * @param itemId the provider's id
 * @param position its place in the list since then; null where it left, and for sets
 * @param positionBefore the place that it had; null where it came, and for sets
 */
@MappedEntity
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record Change(
    @Id Instant changedAt,
    String provider,
    String resource,
    @Nullable String listKey,
    String change,
    String itemKind,
    String itemId,
    String itemName,
    @Nullable String artistName,
    @Nullable Integer position,
    @Nullable Integer positionBefore) {}
