package io.blendify.store.outlook;

import org.jspecify.annotations.Nullable;

/**
 * A track that somebody could hear next, to be shown.
 *
 * @param because what of theirs it goes with: {@code "Salt by Björk"}
 */
public record SuggestedTrack(
    int position,
    String provider,
    String trackId,
    String name,
    @Nullable String artistName,
    @Nullable String albumName,
    @Nullable String albumArtUrl,
    @Nullable Integer durationMs,
    String because) {}
