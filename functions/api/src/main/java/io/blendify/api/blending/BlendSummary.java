package io.blendify.api.blending;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.blendify.store.blending.Blend;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A blend in a list.
 *
 * @param isOwner whether who asks may change, invite and delete
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BlendSummary(
    UUID id,
    String name,
    @Nullable String description,
    @JsonProperty("created_by_user_id") UUID createdByUserId,
    @JsonProperty("is_owner") boolean isOwner,
    @JsonProperty("algorithm_type") String algorithmType,
    @JsonProperty("algorithm_config") JsonNode algorithmConfig,
    @JsonProperty("total_tracks") int totalTracks,
    @JsonProperty("created_at") Instant createdAt,
    @JsonProperty("updated_at") Instant updatedAt) {

  static BlendSummary of(Blend blend, JsonNode config, UUID userId) {
    return new BlendSummary(
        blend.id(),
        blend.name(),
        blend.description(),
        blend.createdByUserId(),
        blend.createdByUserId().equals(userId),
        blend.algorithmType(),
        config,
        blend.totalTracks(),
        blend.createdAt(),
        blend.updatedAt());
  }
}
