package io.blendify.api.blending;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.blendify.store.blending.Blend;
import io.blendify.store.blending.Participant;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part, as the others see them.
 *
 * @param resources what they consented to
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ParticipantView(
    @JsonProperty("user_id") UUID userId,
    @JsonProperty("display_name") String displayName,
    @JsonProperty("avatar_url") @Nullable String avatarUrl,
    @JsonProperty("is_owner") boolean isOwner,
    double weight,
    List<String> resources,
    @JsonProperty("joined_at") Instant joinedAt) {

  static ParticipantView of(Participant person, Blend blend) {
    return new ParticipantView(
        person.userId(),
        person.displayName(),
        person.avatarUrl(),
        person.userId().equals(blend.createdByUserId()),
        person.weight(),
        person.resources(),
        person.joinedAt());
  }
}
