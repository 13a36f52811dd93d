package io.blendify.core.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which listing.
 *
 * @param listKey a time range or a playlist id; empty where the resource is one listing
 * @param cursor from the page before; null for the first page
 * @param after plays only: the newest play that we know; null asks for all there are
 */
public record ListingRequest(
    AccessToken token, String listKey, @Nullable Cursor cursor, @Nullable Instant after) {}
