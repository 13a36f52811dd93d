package io.blendify.api.taste;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.blendify.store.taste.TasteExclusion;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What counts for nothing. What does not belong to its kind is null.
 *
 * @param until the first moment that counts again
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ExclusionView(
    UUID id,
    String kind,
    @Nullable String artist,
    @Nullable String provider,
    @JsonProperty("playlist_id") @Nullable String playlistId,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable String device,
    @JsonProperty("created_at") Instant createdAt) {

  static ExclusionView of(TasteExclusion row) {
    return new ExclusionView(
        row.id(),
        row.kind(),
        row.artistName(),
        row.provider(),
        row.playlistId(),
        row.since(),
        row.until(),
        row.device(),
        row.createdAt());
  }
}
