package io.blendify.api.imports;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * A file that is about to be uploaded.
 *
 * @param fileName for display; what the file is, its content tells
 * @param sizeBytes exactly as many bytes are taken
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record Announcement(
    @Schema(example = "my_spotify_data.zip")
        @NotBlank
        @Size(max = 255)
        @Pattern(regexp = "\\P{Cntrl}*", message = "must not hold control characters")
        String fileName,
    @Schema(example = "48211003") @NotNull @Positive Long sizeBytes) {}
