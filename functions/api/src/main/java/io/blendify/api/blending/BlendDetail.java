package io.blendify.api.blending;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A blend with its people and how it stands.
 *
 * @param score null until it was computed from those who take part now
 * @param refresh the newest computation, whatever became of it; null before the first
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BlendDetail(
    @JsonProperty("blend") BlendSummary blend,
    List<ParticipantView> participants,
    @Nullable ScoreView score,
    @Nullable RefreshView refresh) {}
