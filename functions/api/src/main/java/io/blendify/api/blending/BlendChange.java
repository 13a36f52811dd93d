package io.blendify.api.blending;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is to change of a blend; what is left out stays. The config changes as a whole. */
@Serdeable
public record BlendChange(
    @Size(min = 1, max = 120)
        @Pattern(
            regexp = "\\P{Cntrl}*\\S\\P{Cntrl}*",
            message = "must not be blank or hold control characters")
        @Nullable String name,
    @Size(max = 1_000) @Nullable String description,
    @Schema(allowableValues = {"balanced", "weighted", "discovery"})
        @JsonProperty("algorithm_type")
        @Pattern(
            regexp = "balanced|weighted|discovery",
            message = "must be balanced, weighted or discovery")
        @Nullable String algorithmType,
    @JsonProperty("algorithm_config") @Valid @Nullable BlendConfig algorithmConfig) {}
