package io.blendify.store.operations;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Jobs that stand alike.
 *
 * @param reason why they wait or failed; null where they only wait for their turn
 * @param oldest since when the oldest of them has been wanted
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record JobCount(
    String provider,
    String resource,
    String status,
    @Nullable String reason,
    long jobs,
    Instant oldest) {}
