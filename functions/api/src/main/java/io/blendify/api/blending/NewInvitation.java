package io.blendify.api.blending;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * An invitation, for who made it.
 *
 * @param token shown this once; only its hash is kept
 * @param url the page to send to whoever is invited
 */
@Serdeable
public record NewInvitation(
    UUID id, String token, String url, @JsonProperty("expires_at") Instant expiresAt) {

  @Override
  public String toString() {
    return "NewInvitation[" + id + "]";
  }
}
