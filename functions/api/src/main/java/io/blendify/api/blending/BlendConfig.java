package io.blendify.api.blending;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * What a blend's tracks are chosen by; what is left out is as in {@link
 * io.blendify.core.blend.BlendSettings#DEFAULT}.
 */
@Serdeable
public record BlendConfig(
    @Schema(description = "Tracks wanted; 50 if left out") @Min(10) @Max(500)
        @Nullable Integer length,
    @Schema(description = "Tracks of one artist at most; 3 if left out")
        @JsonProperty("artist_cap")
        @Min(1)
        @Max(50)
        @Nullable Integer artistCap,
    @Schema(description = "Whether tracks marked as explicit may be chosen; true if left out")
        @JsonProperty("allow_explicit")
        @Nullable Boolean allowExplicit,
    @Schema(description = "Nothing is repeated from so many of the last refreshes; 1 if left out")
        @JsonProperty("no_repeat")
        @Min(0)
        @Max(20)
        @Nullable Integer noRepeat,
    @Schema(
            description =
                "With the same seed and the same data the same blend comes out; a new one for each"
                    + " refresh if left out")
        @Nullable Long seed) {

  public static final BlendConfig DEFAULT = new BlendConfig(null, null, null, null, null);
}
