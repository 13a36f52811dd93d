package io.blendify.api.blending;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A blend to be made.
 *
 * @param algorithmType {@code balanced} if left out
 * @param resources with which its creator takes part; all if left out
 */
@Serdeable
public record BlendWish(
    @Schema(example = "Road trip")
        @NotBlank
        @Size(max = 120)
        @Pattern(regexp = "\\P{Cntrl}*", message = "must not hold control characters")
        String name,
    @Size(max = 1_000) @Nullable String description,
    @Schema(allowableValues = {"balanced", "weighted", "discovery"})
        @JsonProperty("algorithm_type")
        @Pattern(
            regexp = "balanced|weighted|discovery",
            message = "must be balanced, weighted or discovery")
        @Nullable String algorithmType,
    @JsonProperty("algorithm_config") @Valid @Nullable BlendConfig algorithmConfig,
    @Schema(example = "[\"top_tracks\", \"saved_tracks\"]") @Nullable List<String> resources) {}
