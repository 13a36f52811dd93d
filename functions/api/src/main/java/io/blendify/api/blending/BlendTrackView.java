package io.blendify.api.blending;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.blendify.store.blend.BlendTrack;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One track of a blend.
 *
 * @param blendMetadata who brought it and why it was chosen
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BlendTrackView(
    int position,
    @JsonProperty("track_id") String trackId,
    @JsonProperty("track_name") String trackName,
    @JsonProperty("artist_name") @Nullable String artistName,
    @JsonProperty("album_name") @Nullable String albumName,
    @JsonProperty("album_art_url") @Nullable String albumArtUrl,
    @JsonProperty("duration_ms") @Nullable Integer durationMs,
    @JsonProperty("source_provider") String sourceProvider,
    @JsonProperty("source_user_id") @Nullable UUID sourceUserId,
    @JsonProperty("similarity_score") double similarityScore,
    @JsonProperty("blend_metadata") @Schema(type = "object") JsonNode blendMetadata) {

  static BlendTrackView of(BlendTrack track, JsonNode metadata) {
    return new BlendTrackView(
        track.position(),
        track.trackId(),
        track.trackName(),
        track.artistName(),
        track.albumName(),
        track.albumArtUrl(),
        track.durationMs(),
        track.sourceProvider(),
        track.sourceUserId(),
        track.similarityScore(),
        metadata);
  }
}
