package io.blendify.api.taste;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is to be taken out.
 *
 * @param artist a name, for the kind {@code artist}; however it is written
 * @param playlistId with its provider, for the kind {@code playlist}
 * @param since for the kind {@code period}, of which one end may be left open
 * @param device for the kind {@code device}: a name that {@code GET /v1/me/devices} answers with
 */
@Serdeable
public record ExclusionWish(
    @Schema(allowableValues = {"artist", "playlist", "period", "device"})
        @NotNull
        @Pattern(
            regexp = "artist|playlist|period|device",
            message = "must be artist, playlist, period or device")
        String kind,
    @Schema(example = "Fredrik Vahle")
        @Size(max = 200)
        @Pattern(regexp = "\\P{Cntrl}*", message = "must not hold control characters")
        @Nullable String artist,
    @Schema(example = "spotify") @Pattern(regexp = "[a-z][a-z0-9]{0,19}") @Nullable String provider,
    @JsonProperty("playlist_id")
        @Size(max = 200)
        @Pattern(regexp = "\\P{Cntrl}*", message = "must not hold control characters")
        @Nullable String playlistId,
    @Schema(example = "2026-12-01") @Size(max = 40) @Nullable String since,
    @Schema(example = "2026-12-27", description = "A day counts whole") @Size(max = 40)
        @Nullable String until,
    @Schema(example = "android_tv")
        @Size(max = 200)
        @Pattern(regexp = "\\P{Cntrl}*", message = "must not hold control characters")
        @Nullable String device) {}
