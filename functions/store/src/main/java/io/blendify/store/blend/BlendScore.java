package io.blendify.store.blend;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one computation found.
 *
 * @param score 0 to 100
 * @param details JSON: {@link io.blendify.core.blend.Score} with snake_case names ({@code
 *     components}, {@code terms}, {@code coverage}, {@code pairs}, {@code sentences}), and {@code
 *     satisfaction} and {@code waiting_for}
 * @param asOf of which past moment the tastes are; null: of when it was computed
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
    Instant createdAt,
    @Nullable Instant asOf) {

  /** From when on it tells of the tastes. */
  public Instant heldAt() {
    return asOf == null ? createdAt : asOf;
  }
}
