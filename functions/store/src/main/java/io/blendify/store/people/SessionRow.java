package io.blendify.store.people;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code sessions}. */
@MappedEntity("sessions")
public record SessionRow(
    @Id UUID id, UUID userId, Instant createdAt, Instant expiresAt, @Nullable Instant revokedAt) {}
