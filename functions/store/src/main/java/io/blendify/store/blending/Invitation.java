package io.blendify.store.blending;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation, as whoever holds its token sees it.
 *
 * @param acceptedByUserId null while it is open
 */
@Introspected
public record Invitation(
    UUID id,
    UUID blendId,
    String blendName,
    @Nullable String blendDescription,
    String invitedBy,
    int participants,
    Instant createdAt,
    Instant expiresAt,
    @Nullable UUID acceptedByUserId,
    @Nullable Instant revokedAt) {

  /** Whether it can be accepted at that moment. */
  public boolean isOpen(Instant now) {
    return acceptedByUserId == null && revokedAt == null && expiresAt.isAfter(now);
  }
}
