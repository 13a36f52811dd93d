package io.blendify.store.blend;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One track of a computed blend.
 *
 * @param position from 1
 * @param sourceUserId who brought it first of all
 * @param similarityScore mean expected liking over all members, 0 to 1
 * @param blendMetadata JSON: {@code recording}, {@code version}, {@code isrc}, {@code reason},
 *     {@code repeated}, {@code contributor_count} and {@code contributors} ({@code user_id}, {@code
 *     share}, {@code because})
 */
@MappedEntity("blend_tracks")
public record BlendTrack(
    @Id UUID id,
    UUID blendId,
    UUID refreshId,
    String trackId,
    String trackName,
    @Nullable String artistName,
    @Nullable String albumName,
    @Nullable String albumArtUrl,
    @Nullable Integer durationMs,
    int position,
    String sourceProvider,
    @Nullable UUID sourceUserId,
    double similarityScore,
    String blendMetadata,
    Instant createdAt) {}
