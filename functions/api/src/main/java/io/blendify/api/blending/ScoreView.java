package io.blendify.api.blending;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.blendify.store.blend.BlendScore;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well tastes match, and why.
 *
 * @param details components, the terms that add up to the score, coverage, pairs, sentences; and
 *     how the list serves the members: {@code satisfaction} of each, {@code liking} of all, {@code
 *     fairness_cost} and, in groups of three to fifty, {@code standing} with whoever is an outlier
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ScoreView(
    @Schema(description = "0 to 100", example = "71.4") double score,
    @JsonProperty("interval_low") double intervalLow,
    @JsonProperty("interval_high") double intervalHigh,
    @Schema(type = "object") JsonNode details,
    @JsonProperty("engine_version") int engineVersion,
    @JsonProperty("created_at") Instant createdAt,
    @Schema(
            description =
                "Of which past moment the tastes are; null: of created_at. The population is that of"
                    + " created_at.")
        @JsonProperty("as_of")
        @Nullable Instant asOf) {

  static ScoreView of(BlendScore score, JsonNode details) {
    return new ScoreView(
        score.score(),
        score.intervalLow(),
        score.intervalHigh(),
        details,
        score.engineVersion(),
        score.createdAt(),
        score.asOf());
  }
}
