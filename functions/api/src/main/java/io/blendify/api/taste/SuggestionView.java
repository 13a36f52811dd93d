package io.blendify.api.taste;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.blendify.store.outlook.SuggestedTrack;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A track that one does not have and may like. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SuggestionView(
    int position,
    String provider,
    @JsonProperty("track_id") String trackId,
    @JsonProperty("track_name") String trackName,
    @JsonProperty("artist_name") @Nullable String artistName,
    @JsonProperty("album_name") @Nullable String albumName,
    @JsonProperty("album_art_url") @Nullable String albumArtUrl,
    @JsonProperty("duration_ms") @Nullable Integer durationMs,
    String reason) {

  static SuggestionView of(SuggestedTrack track) {
    return new SuggestionView(
        track.position(),
        track.provider(),
        track.trackId(),
        track.name(),
        track.artistName(),
        track.albumName(),
        track.albumArtUrl(),
        track.durationMs(),
        "Those who like " + track.because() + " like it.");
  }
}
