package io.blendify.api.sync;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants synced.
 *
 * @param provider null for all that they connected
 * @param resources null or empty for all that the provider has
 */
@Serdeable
record SyncWish(
    @Schema(example = "spotify") @Pattern(regexp = "[a-z][a-z0-9]{0,19}") @Nullable String provider,
    @Schema(example = "[\"recently_played\"]") @Size(max = 8)
        @Nullable
            List<
                @Pattern(
                    regexp =
                        "recently_played|top_tracks|top_artists|saved_tracks|saved_albums"
                            + "|followed_artists|playlists|playlist_tracks")
                String>
            resources) {}
