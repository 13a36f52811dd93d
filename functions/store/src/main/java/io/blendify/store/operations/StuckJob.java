package io.blendify.store.operations;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An open job that stumbles: begun again and again, or stopped by something unforeseen. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record StuckJob(
    UUID id,
    String provider,
    String resource,
    String status,
    int attempts,
    @Nullable String error,
    Instant createdAt) {}
