package io.blendify.store.blend;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * What one computation found.
 *
 * @param score 0 to 100
 * @param details JSON: {@link io.blendify.core.blend.Score} with snake_case names ({@code
 *     components}, {@code terms}, {@code coverage}, {@code pairs}, {@code sentences}), and {@code
 *     satisfaction} and {@code waiting_for}
 */
@MappedEntity("blend_scores")
public record BlendScore(
    @Id UUID id,
    UUID blendId,
    UUID refreshId,
    double score,
    double intervalLow,
    double intervalHigh,
    String details,
    int engineVersion,
    Instant createdAt) {}
