package io.blendify.store.blending;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation, as whoever may take it back sees it. Its token is known to nobody any more. */
@MappedEntity("invitations")
public record SentInvitation(
    @Id UUID id,
    UUID createdByUserId,
    Instant createdAt,
    Instant expiresAt,
    @Nullable UUID acceptedByUserId,
    @Nullable Instant acceptedAt,
    @Nullable Instant revokedAt) {}
