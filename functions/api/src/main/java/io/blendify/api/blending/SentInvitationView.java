package io.blendify.api.blending;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.blendify.store.blending.SentInvitation;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that was made, for who owns the blend.
 *
 * @param status {@code open} can be accepted, once, until it expires
 * @param acceptedByUserId null where nobody accepted it
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SentInvitationView(
    UUID id,
    @Schema(allowableValues = {"open", "accepted", "revoked", "expired"}) String status,
    UUID createdByUserId,
    Instant createdAt,
    Instant expiresAt,
    @Nullable UUID acceptedByUserId,
    @Nullable Instant acceptedAt,
    @Nullable Instant revokedAt) {

  static SentInvitationView of(SentInvitation invitation, Instant now) {
    return new SentInvitationView(
        invitation.id(),
        status(invitation, now),
        invitation.createdByUserId(),
        invitation.createdAt(),
        invitation.expiresAt(),
        invitation.acceptedByUserId(),
        invitation.acceptedAt(),
        invitation.revokedAt());
  }

  private static String status(SentInvitation invitation, Instant now) {
    if (invitation.acceptedByUserId() != null) {
      return "accepted";
    }
    if (invitation.revokedAt() != null) {
      return "revoked";
    }
    return invitation.expiresAt().isAfter(now) ? "open" : "expired";
  }
}
