package io.blendify.store.blending;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A blend.
 *
 * @param algorithmType the label of an {@link io.blendify.core.blend.Algorithm}
 * @param algorithmConfig JSON object with the members of {@link
 *     io.blendify.core.blend.BlendSettings} that were given
 */
@MappedEntity("blends")
public record Blend(
    @Id UUID id,
    String name,
    @Nullable String description,
    UUID createdByUserId,
    String algorithmType,
    String algorithmConfig,
    int totalTracks,
    Instant createdAt,
    Instant updatedAt) {}
